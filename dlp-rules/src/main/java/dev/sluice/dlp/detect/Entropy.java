package dev.sluice.dlp.detect;

import java.util.HashMap;
import java.util.Map;

/** Shannon entropy of a text's characters. */
final class Entropy {

  private Entropy() {}

  /** Bits per character; 0 for an empty text. */
  static double of(String text) {
    Map<Character, Integer> counts = new HashMap<>();
    for (int i = 0; i < text.length(); i++) {
      counts.merge(text.charAt(i), 1, Integer::sum);
    }
    double bits = 0;
    for (int count : counts.values()) {
      double share = (double) count / text.length();
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}
