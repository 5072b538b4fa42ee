package dev.sluice.dlp.transform;

/** Characters of the same class; a number does not get a leading zero it did not have. */
final class SmallSurrogate implements Surrogate {
  private static final Surrogate CHARACTERS = new RandomSurrogate();

  @Override
  public String make(String value, Draw draw) {
    String made = CHARACTERS.make(value, draw);
    char first = value.charAt(0);
    return first >= '1' && first <= '9' ? (char) ('1' + draw.below(9)) + made.substring(1) : made;
  }
}
