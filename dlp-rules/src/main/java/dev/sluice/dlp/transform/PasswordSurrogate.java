package dev.sluice.dlp.transform;

/**
 * A password or code whose length says nothing about the original: digits stay digits, all else
 * becomes text.
 */
final class PasswordSurrogate implements Surrogate {
  @Override
  public String make(String value, Draw draw) {
    boolean digits = Symbols.digits(value).length() == value.length();
    return digits ? draw.text(Draw.DIGITS, 6) : "Pw-" + draw.text(Draw.BASE32, 11);
  }
}
