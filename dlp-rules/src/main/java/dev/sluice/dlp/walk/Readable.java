package dev.sluice.dlp.walk;

/**
 * Whether bytes in base64 or hex stand for readable text, found out without decoding them all: most
 * words fail at their first bytes. Says yes too often rather than too seldom.
 */
final class Readable {
  private static final byte[] VALUES = new byte[128];

  static {
    String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < digits.length(); i++) {
      VALUES[digits.charAt(i)] = (byte) i;
    }
    VALUES['-'] = 62;
    VALUES['_'] = 63;
  }

  /** How many more bytes of the character at hand must follow. */
  private int due;

  private Readable() {}

  /** The word holds nothing but characters of one of both alphabets. */
  static boolean base64(byte[] word, int from, int to) {
    Readable text = new Readable();
    int bits = 0;
    int held = 0;
    for (int i = from; i < to; i++) {
      held = held << 6 | VALUES[word[i]];
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        if (!text.takes(held >> bits & 0xff)) {
          return false;
        }
      }
    }
    return true;
  }

  static boolean hex(byte[] word, int from, int to) {
    if ((to - from) % 2 != 0) {
      return false;
    }
    Readable text = new Readable();
    for (int i = from; i < to; i += 2) {
      int high = Percent.hex((char) word[i]);
      int low = Percent.hex((char) word[i + 1]);
      if (high < 0 || low < 0 || !text.takes(high << 4 | low)) {
        return false;
      }
    }
    return true;
  }

  /** Whether text in UTF-8 without control characters can go on with that byte. */
  private boolean takes(int b) {
    if (due > 0) {
      due--;
      return b >= 0x80 && b < 0xc0;
    }
    if (b < 0x80) {
      return (b >= 0x20 && b != 0x7f) || b == '\n' || b == '\r' || b == '\t';
    }
    due = b < 0xc2 ? -1 : b < 0xe0 ? 1 : b < 0xf0 ? 2 : b < 0xf5 ? 3 : -1;
    return due > 0;
  }
}
