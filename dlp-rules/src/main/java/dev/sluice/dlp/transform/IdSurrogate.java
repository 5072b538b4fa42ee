package dev.sluice.dlp.transform;

/**
 * A bank, tax or identity number in the form of the original. Its check digits come right because
 * it is drawn until the rule's validators accept it. No room for a keyed check.
 */
final class IdSurrogate implements Surrogate {
  private static final Surrogate CHARACTERS = new RandomSurrogate();

  @Override
  public String make(String value, Draw draw) {
    // Drawn without separators and in one case, so that every notation gets the same one.
    String plain = Symbols.lettersAndDigits(value);
    String made = CHARACTERS.make(plain.toUpperCase(java.util.Locale.ROOT), draw);
    boolean lower = plain.equals(plain.toLowerCase(java.util.Locale.ROOT));
    return Symbols.pour(value, lower ? made.toLowerCase(java.util.Locale.ROOT) : made);
  }
}
