package dev.sluice.dlp.walk;

/** The number grammar of RFC 8259, section 6. */
final class JsonNumbers {

  private JsonNumbers() {}

  /** Whether the whole text is one JSON number. */
  static boolean isNumber(String text) {
    return !text.isEmpty() && end(text, 0) == text.length();
  }

  /** Index behind the number that begins at {@code from}, or -1. */
  static int end(String text, int from) {
    int pos = from < text.length() && text.charAt(from) == '-' ? from + 1 : from;
    int digits = digits(text, pos);
    if (digits == pos || (text.charAt(pos) == '0' && digits > pos + 1)) {
      return -1;
    }
    pos = digits;
    if (pos < text.length() && text.charAt(pos) == '.') {
      digits = digits(text, pos + 1);
      if (digits == pos + 1) {
        return -1;
      }
      pos = digits;
    }
    if (pos < text.length() && (text.charAt(pos) | 0x20) == 'e') {
      pos++;
      if (pos < text.length() && (text.charAt(pos) == '+' || text.charAt(pos) == '-')) {
        pos++;
      }
      digits = digits(text, pos);
      return digits == pos ? -1 : digits;
    }
    return pos;
  }

  /** The same of text in UTF-8. */
  static int end(byte[] text, int from) {
    int pos = from < text.length && text[from] == '-' ? from + 1 : from;
    int digits = digits(text, pos);
    if (digits == pos || (text[pos] == '0' && digits > pos + 1)) {
      return -1;
    }
    pos = digits;
    if (pos < text.length && text[pos] == '.') {
      digits = digits(text, pos + 1);
      if (digits == pos + 1) {
        return -1;
      }
      pos = digits;
    }
    if (pos < text.length && (text[pos] | 0x20) == 'e') {
      pos++;
      if (pos < text.length && (text[pos] == '+' || text[pos] == '-')) {
        pos++;
      }
      digits = digits(text, pos);
      return digits == pos ? -1 : digits;
    }
    return pos;
  }

  /**
   * A number of the same length as {@code number} from the digits of a replacement that is none
   * itself; zero where it has no digits.
   */
  static String fit(String number, String replacement) {
    String digits = replacement.replaceAll("[^0-9]", "");
    if (digits.isEmpty()) {
      return "0";
    }
    StringBuilder out = new StringBuilder(number.length());
    int next = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c >= '0' && c <= '9') {
        char d = digits.charAt(next++ % digits.length());
        boolean lead = out.length() == 0 || (out.length() == 1 && out.charAt(0) == '-');
        out.append(lead && d == '0' ? '1' : d);
      } else {
        out.append(c);
      }
    }
    return isNumber(out.toString()) ? out.toString() : "0";
  }

  private static int digits(byte[] text, int from) {
    int pos = from;
    while (pos < text.length && text[pos] >= '0' && text[pos] <= '9') {
      pos++;
    }
    return pos;
  }

  private static int digits(String text, int from) {
    int pos = from;
    while (pos < text.length() && text.charAt(pos) >= '0' && text.charAt(pos) <= '9') {
      pos++;
    }
    return pos;
  }
}
