package dev.sluice.dlp.walk;

/**
 * Tells objects that are maps from records: the keys of a map look alike, or are very many.
 * Stateless.
 */
final class KeyShape {
  private static final int MAP_KEYS = 8;
  private static final int SHAPELESS_MAP_KEYS = 64;

  private KeyShape() {}

  /** Whether an object of that many keys is a map; {@code alike} if all have one shape. */
  static boolean isMap(int keys, boolean alike) {
    return keys >= SHAPELESS_MAP_KEYS || (keys >= MAP_KEYS && alike);
  }

  /** A hash of a key's character classes, runs collapsed; 0 for a name without digits. */
  static int of(String text, int from, int to) {
    int hash = 1;
    char last = 0;
    boolean digits = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      char kind = Character.isLetter(c) ? 'a' : Character.isDigit(c) ? '9' : c;
      digits |= kind == '9' || kind == '@';
      if (kind != last) {
        hash = hash * 31 + kind;
        last = kind;
      }
    }
    return digits ? hash : 0;
  }
}
