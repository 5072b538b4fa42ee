package dev.sluice.dlp;

/** What a value looks like, without the value: for reports. */
final class Shapes {
  private static final int LONGEST = 24;

  private Shapes() {}

  /** Letters as {@code a} or {@code A}, digits as {@code 9}, others as they are; cut to 24. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST) + 8);
    for (int i = 0; i < text.length() && i < LONGEST; i++) {
      out.append(shape(text.charAt(i)));
    }
    return text.length() > LONGEST
        ? out.append("…(").append(text.length()).append(')').toString()
        : out.toString();
  }

  private static char shape(char c) {
    if (c >= '0' && c <= '9') {
      return '9';
    }
    if (Character.isUpperCase(c)) {
      return 'A';
    }
    return Character.isLetter(c) || c > 0x7e || c < ' ' ? 'a' : c;
  }
}
