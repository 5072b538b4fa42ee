package dev.sluice.dlp.transform;

/** The classes of characters that a shape is made of. */
final class Symbols {
  private static final String HEX_UPPER = "0123456789ABCDEF";

  private Symbols() {}

  /** Says from which alphabet each character of one text is replaced. */
  record Classes(String hex) {

    boolean isHex() {
      return !hex.isEmpty();
    }

    /** The alphabet a character is replaced from, or empty text for one that stays. */
    String alphabet(char c) {
      return isHex() && c < 128 && Character.digit(c, 16) >= 0 ? hex : Symbols.alphabet(c);
    }
  }

  static Classes classes(String text) {
    if (!isHex(text)) {
      return new Classes("");
    }
    return new Classes(text.chars().anyMatch(c -> c >= 'A' && c <= 'F') ? HEX_UPPER : Draw.HEX);
  }

  /** Whether the text is hexadecimal: digits and letters a to f in one case, 8 or more. */
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

  /** The alphabet of a character's class, or empty text for one that stays. */
  static String alphabet(char c) {
    if (c >= '0' && c <= '9') {
      return Draw.DIGITS;
    }
    if (c >= 'a' && c <= 'z') {
      return Draw.LOWER;
    }
    if (c >= 'A' && c <= 'Z') {
      return Draw.UPPER;
    }
    if (c < 128) {
      return "";
    }
    // Every other letter, sign or half of a character beyond the basic plane may carry meaning.
    return Character.isUpperCase(c) ? Draw.UPPER : Draw.LOWER;
  }

  static boolean isReplaced(char c) {
    return !alphabet(c).isEmpty();
  }

  static boolean isDigits(String text) {
    return !text.isEmpty() && digits(text).length() == text.length();
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
