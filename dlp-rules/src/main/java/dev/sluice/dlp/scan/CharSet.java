package dev.sluice.dlp.scan;

/** A set of ASCII characters, and whether every other character belongs to it too. */
public record CharSet(long low, long high, boolean others) {

  public static final CharSet NONE = new CharSet(0, 0, false);
  public static final CharSet ANY = new CharSet(-1L, -1L, true);
  public static final CharSet DIGITS = range('0', '9');
  public static final CharSet LETTERS = range('a', 'z').or(range('A', 'Z'));
  public static final CharSet WORD = DIGITS.or(LETTERS).or(of('_'));
  public static final CharSet SPACE = of(' ').or(of('\t')).or(of('\n')).or(of('\r')).or(of('\f'));

  public static CharSet of(int c) {
    if (c >= 128) {
      return new CharSet(0, 0, true);
    }
    return c < 64 ? new CharSet(1L << c, 0, false) : new CharSet(0, 1L << (c - 64), false);
  }

  public static CharSet range(int from, int to) {
    CharSet set = to >= 128 ? new CharSet(0, 0, true) : NONE;
    for (int c = from; c <= Math.min(to, 127); c++) {
      set = set.or(of(c));
    }
    return set;
  }

  /** All characters of the text; what is not ASCII sets {@link #others}. */
  public static CharSet in(CharSequence text, int start, int end) {
    long low = 0;
    long high = 0;
    boolean others = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 64) {
        low |= 1L << c;
      } else if (c < 128) {
        high |= 1L << (c - 64);
      } else {
        others = true;
      }
    }
    return new CharSet(low, high, others);
  }

  public boolean contains(char c) {
    if (c < 64) {
      return (low >>> c & 1) != 0;
    }
    return c < 128 ? (high >>> (c - 64) & 1) != 0 : others;
  }

  public boolean containsAll(CharSet set) {
    return (set.low & ~low) == 0 && (set.high & ~high) == 0 && (others || !set.others);
  }

  public CharSet or(CharSet set) {
    return new CharSet(low | set.low, high | set.high, others || set.others);
  }

  public CharSet and(CharSet set) {
    return new CharSet(low & set.low, high & set.high, others && set.others);
  }

  /** The complement; characters beyond ASCII are always in it, as they are known only in bulk. */
  public CharSet not() {
    return new CharSet(~low, ~high, true);
  }

  /** Without what is beyond ASCII. */
  CharSet ascii() {
    return new CharSet(low, high, false);
  }

  /** How many ASCII characters it holds. */
  int sizeInAscii() {
    return Long.bitCount(low) + Long.bitCount(high);
  }

  public boolean isSingleAscii() {
    return !others && Long.bitCount(low) + Long.bitCount(high) == 1;
  }

  public boolean isOnlyDigits() {
    return !others && high == 0 && low != 0 && (low & ~DIGITS.low) == 0;
  }

  /** With both cases of every letter, and the two letters beyond ASCII that fold into it. */
  public CharSet foldCase() {
    long letters = 0x07FFFFFEL;
    long upper = high & letters;
    long lower = high >>> 32 & letters;
    long both = upper | lower;
    boolean kelvinOrLongS = ((both >>> ('K' - 64) | both >>> ('S' - 64)) & 1) != 0;
    return new CharSet(low, high | both | both << 32, others || kelvinOrLongS);
  }
}
