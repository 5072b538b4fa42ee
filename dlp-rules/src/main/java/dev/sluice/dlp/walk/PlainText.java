package dev.sluice.dlp.walk;

import dev.sluice.dlp.scan.PatternFilter;

/**
 * Reads a value in UTF-8 and says whether anything in it calls for a walker: an encoding, a URL, a
 * document in a string. Says so too often rather than too seldom. Not thread-safe.
 */
final class PlainText {
  /** As in {@link TextCoding} and {@link EncodedWords}. */
  private static final int LEAST_CODED = 12;

  private static final int LEAST_WORD = 16;

  private static final int END = 1;
  private static final int ESCAPE = 2;
  private static final int CONTROL = 4;
  private static final int MARK = 8;
  private static final int CODED = 32;
  private static final int OTHER = 64;

  private static final byte[] KINDS = kinds();

  private int seen;

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int b = 0; b < 256; b++) {
      boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
      boolean digit = b >= '0' && b <= '9';
      int kind = b < 0x20 ? CONTROL : b >= 0x80 ? OTHER : 0;
      kind |= "%<{}=".indexOf(b) >= 0 ? MARK : 0;
      kind |= letter || digit || (b < 0x80 && "+/-_".indexOf(b) >= 0) ? CODED : 0;
      kinds[b] = (byte) kind;
    }
    kinds['"'] = END;
    kinds['\\'] = ESCAPE;
    return kinds;
  }

  /**
   * Reads the inside of a JSON string.
   *
   * @return the index of the quote that ends it; -1 if there is none or the text is no JSON
   */
  int readString(byte[] json, int from) {
    int all = 0;
    for (int i = from; i < json.length; i++) {
      int kind = KINDS[json[i] & 0xff];
      if ((kind & (END | ESCAPE | CONTROL)) != 0) {
        if (kind == END) {
          seen = all;
          return i;
        }
        if (kind == CONTROL || !isEscape(json, ++i)) {
          return -1;
        }
      }
      all |= kind;
    }
    return -1;
  }

  private static boolean isEscape(byte[] json, int at) {
    if (at >= json.length) {
      return false;
    }
    if (json[at] != 'u') {
      return json[at] > 0 && "\"\\/bfnrt".indexOf(json[at]) >= 0;
    }
    for (int i = at + 1; i <= at + 4; i++) {
      if (i >= json.length || Percent.hex((char) (json[i] & 0xff)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Reads any text. */
  void read(byte[] utf8, int from, int to) {
    int all = 0;
    for (int i = from; i < to; i++) {
      int kind = KINDS[utf8[i] & 0xff];
      all |= kind;
    }
    seen = all;
  }

  /** Whether the text is ASCII and no walker could open it. */
  static boolean isPlain(String text) {
    byte[] units = PatternFilter.units(text);
    PlainText plain = new PlainText();
    plain.read(units, 0, units.length);
    return plain.isAscii() && !plain.mayHide(units, 0, units.length);
  }

  boolean isAscii() {
    return (seen & OTHER) == 0;
  }

  /** Whether there is an escape, so that the bytes are not the text. */
  boolean isEscaped() {
    return (seen & ESCAPE) != 0;
  }

  /** Whether a walker could open what was just read and find more in it. */
  boolean mayHide(byte[] utf8, int from, int to) {
    if ((seen & (MARK | ESCAPE | END | CONTROL)) != 0) {
      return true;
    }
    if (from == to) {
      return false;
    }
    byte first = utf8[from];
    return first == '['
        || first == ' '
        || beginsWith("http", utf8, from, to)
        || beginsWith("ws", utf8, from, to)
        || beginsWith("data:", utf8, from, to)
        || (to - from >= LEAST_CODED && mayBeCoded(utf8, from, to));
  }

  private static boolean beginsWith(String text, byte[] utf8, int from, int to) {
    if (to - from < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (utf8[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word reads as base64 or hex of readable text, or begins as packed text does. */
  private static boolean mayBeCoded(byte[] utf8, int from, int to) {
    int start = from;
    while (start < to) {
      int end = start;
      while (end < to && (KINDS[utf8[end] & 0xff] & CODED) != 0) {
        end++;
      }
      boolean whole = start == from && end == to;
      if (end - start >= (whole ? LEAST_CODED : LEAST_WORD)
          && (Readable.base64(utf8, start, end)
              || Readable.hex(utf8, start, end)
              || beginsWith("0x", utf8, start, end)
              || PackedText.mayBegin(utf8, start, end))) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }
}
