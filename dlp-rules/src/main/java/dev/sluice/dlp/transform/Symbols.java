package dev.sluice.dlp.transform;

/** The classes of characters that a shape is made of. */
final class Symbols {
  private Symbols() {}

  /**
   * Whether the text is hexadecimal: digits and letters a to f in one case, with at least one
   * digit, 8 or more.
   */
  static boolean isHex(String text) {
    int digits = 0;
    int lower = 0;
    int upper = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c >= 'a' && c <= 'f') {
        lower++;
      } else if (c >= 'A' && c <= 'F') {
        upper++;
      } else if (c != '-' && c != ':') {
        return false;
      }
    }
    return digits + lower + upper >= 8
        && digits > 0
        && lower + upper > 0
        && (lower == 0 || upper == 0);
  }

  /** The alphabet a character is replaced from, or empty text for one that stays. */
  static String alphabet(char c, boolean hex) {
    if (hex && Character.digit(c, 16) >= 0 && c < 128) {
      return c >= 'A' && c <= 'F' ? "ABCDEF" : c >= 'a' ? "abcdef" : Draw.DIGITS;
    }
    if (c >= '0' && c <= '9') {
      return Draw.DIGITS;
    }
    if (c >= 'a' && c <= 'z' || c > 127 && Character.isLowerCase(c)) {
      return Draw.LOWER;
    }
    if (c >= 'A' && c <= 'Z' || c > 127 && Character.isLetter(c)) {
      return Draw.UPPER;
    }
    return c > 127 && Character.isLetterOrDigit(c) ? Draw.LOWER : "";
  }

  /** The text without anything but letters and digits. */
  static String lettersAndDigits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
    return out.toString();
  }

  static String digits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Puts digits, in order, where {@code shape} has digits; everything else of the shape stays. */
  static String pourDigits(String shape, String digits) {
    StringBuilder out = new StringBuilder(shape.length());
    int next = 0;
    for (int i = 0; i < shape.length(); i++) {
      char c = shape.charAt(i);
      out.append(c >= '0' && c <= '9' && next < digits.length() ? digits.charAt(next++) : c);
    }
    return out.toString();
  }

  /** Puts letters and digits, in order, where {@code shape} has letters or digits. */
  static String pour(String shape, String text) {
    StringBuilder out = new StringBuilder(shape.length());
    int next = 0;
    for (int i = 0; i < shape.length(); i++) {
      char c = shape.charAt(i);
      out.append(Character.isLetterOrDigit(c) && next < text.length() ? text.charAt(next++) : c);
    }
    return out.toString();
  }
}
