package dev.sluice.dlp.walk;

/**
 * Words in running text that may be encoded: at least 16 characters of the base64 and hex
 * alphabets, or holding a percent escape.
 */
final class EncodedWords {
  private static final int LEAST = 16;

  private EncodedWords() {}

  /** Start of the first such word at or behind {@code from}; -1 if there is none. */
  static int next(String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (!isPart(text.charAt(at))) {
        at++;
        continue;
      }
      int end = end(text, at);
      if (end - at >= LEAST) {
        return at;
      }
      at = end;
    }
    return -1;
  }

  /** Index behind the word that begins at {@code start}. */
  static int end(String text, int start) {
    int at = start;
    while (at < text.length() && isPart(text.charAt(at))) {
      at++;
    }
    while (at < text.length() && text.charAt(at) == '=' && at - start >= LEAST - 2) {
      at++;
    }
    return at;
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '-'
        || c == '_'
        || c == '%';
  }
}
