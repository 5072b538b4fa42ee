package dev.sluice.dlp.detect;

import dev.sluice.dlp.scan.CharSet;
import dev.sluice.dlp.scan.RegexFacts;

/** What one pass over a text says, enough to rule most patterns out. */
record TextFacts(CharSet characters, int digits, int length) {

  static TextFacts of(String text) {
    return of(text, 0, text.length());
  }

  static TextFacts of(String text, int start, int end) {
    int digits = 0;
    long low = 0;
    long high = 0;
    boolean others = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 64) {
        low |= 1L << c;
        digits += c >= '0' && c <= '9' ? 1 : 0;
      } else if (c < 128) {
        high |= 1L << (c - 64);
      } else {
        others = true;
      }
    }
    return new TextFacts(new CharSet(low, high, others), digits, end - start);
  }

  /** The same of text in UTF-8. */
  static TextFacts of(byte[] utf8, int start, int end) {
    int digits = 0;
    long low = 0;
    long high = 0;
    boolean others = false;
    for (int i = start; i < end; i++) {
      byte b = utf8[i];
      if (b < 0) {
        others = true;
      } else if (b < 64) {
        low |= 1L << b;
        digits += b >= '0' && b <= '9' ? 1 : 0;
      } else {
        high |= 1L << (b - 64);
      }
    }
    return new TextFacts(new CharSet(low, high, others), digits, end - start);
  }

  /** False only if no match of the pattern can stand in the text. */
  boolean mayHold(RegexFacts pattern) {
    return length >= pattern.minLength()
        && digits >= pattern.minDigits()
        && characters.containsAll(pattern.must());
  }
}
