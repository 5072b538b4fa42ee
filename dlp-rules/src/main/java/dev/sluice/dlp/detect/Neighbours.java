package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Boundary;

/** Looks at what stands beside a span, since RE2 has no lookaround. */
final class Neighbours {

  private static final int FIRST_IDEOGRAPHIC = 0x2E80;
  private static final int UUID_LENGTH = 36;

  private Neighbours() {}

  static boolean allow(Boundary boundary, String text, int start, int end) {
    return beginAllowed(boundary, text, start) && endAllowed(boundary, text, start, end);
  }

  /** Whether a span may begin there. */
  static boolean beginAllowed(Boundary boundary, String text, int start) {
    if (boundary == Boundary.NONE || start == 0) {
      return true;
    }
    char before = text.charAt(start - 1);
    if (joins(before)) {
      return false;
    }
    return switch (boundary) {
      case NUMBER ->
          !(isDigitJoiner(before) && digitAt(text, start - 2) && !isListed(text, start))
              && "$€£¥".indexOf(before) < 0;
      case TOKEN -> before != '+';
      default -> true;
    };
  }

  private static boolean endAllowed(Boundary boundary, String text, int start, int end) {
    if (boundary == Boundary.NONE) {
      return true;
    }
    if (end < text.length()) {
      char after = text.charAt(end);
      if (joins(after)) {
        return false;
      }
      if (boundary == Boundary.NUMBER
          && (after == '%'
              || isDigitJoiner(after) && digitAt(text, end + 1) && !isListed(text, start, end))) {
        return false;
      }
      if (boundary == Boundary.TOKEN
          && after == '-'
          && end + 1 < text.length()
          && joins(text.charAt(end + 1))) {
        return false;
      }
    }
    return boundary != Boundary.NUMBER || !insideUuid(text, start, end);
  }

  /**
   * Whether the comma before a span parts the cells of a list: behind a thousands separator stand
   * three digits, and then neither a dash nor another group.
   */
  private static boolean isListed(String text, int start) {
    int run = start;
    while (digitAt(text, run)) {
      run++;
    }
    boolean grouped = run < text.length() && " -".indexOf(text.charAt(run)) >= 0;
    return text.charAt(start - 1) == ',' && (run - start != 3 || grouped && digitAt(text, run + 1));
  }

  /** Whether the comma behind a span parts the cells of a list: no more than three digits group. */
  private static boolean isListed(String text, int start, int end) {
    int run = end;
    while (run > start && end - run < 4 && digitAt(text, run - 1)) {
      run--;
    }
    return text.charAt(end) == ',' && (end - run > 3 || !digitAt(text, end + 3));
  }

  /** Characters that make one word with a neighbour; scripts written without spaces do not. */
  private static boolean joins(char c) {
    return c == '_' || c < FIRST_IDEOGRAPHIC && Character.isLetterOrDigit(c) && !unspaced(c);
  }

  /** Thai, Lao, Burmese and Khmer: like the ideographs beyond, written without spaces. */
  private static boolean unspaced(char c) {
    return c >= 0x0E00 && c <= 0x0EFF || c >= 0x1000 && c <= 0x109F || c >= 0x1780 && c <= 0x17FF;
  }

  private static boolean isDigitJoiner(char c) {
    return c == '.' || c == ',' || c == '-' || c == '/';
  }

  private static boolean digitAt(String text, int index) {
    return index >= 0
        && index < text.length()
        && text.charAt(index) >= '0'
        && text.charAt(index) <= '9';
  }

  private static boolean insideUuid(String text, int start, int end) {
    int from = start;
    while (from > 0 && start - from < UUID_LENGTH && isUuidPart(text.charAt(from - 1))) {
      from--;
    }
    int to = end;
    while (to < text.length() && to - from <= UUID_LENGTH && isUuidPart(text.charAt(to))) {
      to++;
    }
    return to - from == UUID_LENGTH
        && text.charAt(from + 8) == '-'
        && text.charAt(from + 13) == '-'
        && text.charAt(from + 18) == '-'
        && text.charAt(from + 23) == '-';
  }

  private static boolean isUuidPart(char c) {
    return c == '-' || Character.digit(c, 16) >= 0;
  }
}
