package dev.sluice.dlp.validate;

/** Digits out of text with separators. */
final class Digits {

  private Digits() {}

  /** The ASCII digits of the text, everything else left out. */
  static String only(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }

  /** The ASCII letters and digits of the text, letters in upper case. */
  static String alphanumeric(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c) || c >= 'A' && c <= 'Z') {
        kept.append(c);
      } else if (c >= 'a' && c <= 'z') {
        kept.append((char) (c - 32));
      }
    }
    return kept.toString();
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean areAll(String text) {
    return !text.isEmpty() && only(text).length() == text.length();
  }

  static int at(String digits, int index) {
    return digits.charAt(index) - '0';
  }

  static int number(String digits, int start, int end) {
    return Integer.parseInt(digits, start, end, 10);
  }

  static boolean allSame(String digits) {
    for (int i = 1; i < digits.length(); i++) {
      if (digits.charAt(i) != digits.charAt(0)) {
        return false;
      }
    }
    return true;
  }

  /** Sum of the first digits, each times its weight. */
  static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += at(digits, i) * weights[i];
    }
    return sum;
  }
}
