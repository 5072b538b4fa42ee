package dev.sluice.dlp.transform;

/** Characters of the same class, without a check: for types too small to carry one. */
final class RandomSurrogate implements Surrogate {
  @Override
  public String make(String value, Draw draw) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      String alphabet = Symbols.alphabet(value.charAt(i));
      out.append(alphabet.isEmpty() ? value.charAt(i) : draw.of(alphabet));
    }
    return out.toString();
  }
}
