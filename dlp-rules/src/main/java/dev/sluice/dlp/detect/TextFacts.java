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
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      }
    }
    return new TextFacts(CharSet.in(text, start, end), digits, end - start);
  }

  /** False only if no match of the pattern can stand in the text. */
  boolean mayHold(RegexFacts pattern) {
    return length >= pattern.minLength()
        && digits >= pattern.minDigits()
        && characters.containsAll(pattern.must());
  }
}
