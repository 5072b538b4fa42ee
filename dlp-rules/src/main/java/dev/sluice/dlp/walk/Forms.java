package dev.sluice.dlp.walk;

/** Tells form fields and query strings that stand as a value from other words. */
final class Forms {
  private static final int LONGEST_NAME = 64;

  private Forms() {}

  /**
   * Whether a text is {@code name=value&name=value}: at least two such pairs, and nothing in it
   * that a form would have encoded.
   */
  static boolean looksLike(String text) {
    int amp = text.indexOf('&');
    int equals = text.indexOf('=');
    if (equals < 1 || amp < equals || text.indexOf('=', amp) < 0) {
      return false;
    }
    boolean name = true;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&') {
        name = true;
        start = i + 1;
      } else if (c == '=') {
        if (name && i == start) {
          return false;
        }
        name = false;
      } else if (name ? i - start > LONGEST_NAME || !isNamePart(c) : !isValuePart(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamePart(char c) {
    return c < 0x7f && (Character.isLetterOrDigit(c) || "_-.[]%+$:~".indexOf(c) >= 0);
  }

  private static boolean isValuePart(char c) {
    return c > ' ' && c < 0x7f && "\"<>{}#".indexOf(c) < 0;
  }
}
