package dev.sluice.dlp.eval;

import java.util.List;
import java.util.Set;

/**
 * A text with what must be found in it. Prints nothing of the text.
 *
 * @param group where the case comes from: a kind, {@code handwritten}, or a group of negatives
 * @param tolerate info types that may be found anywhere in it
 */
record TextCase(String group, String text, List<Label> labels, Set<String> tolerate) {

  /**
   * @param start first code point
   * @param end behind the last code point
   * @param evident whether it must be found at the threshold; else at any score
   */
  record Label(Kind kind, int start, int end, boolean evident) {}

  @Override
  public String toString() {
    return "TextCase[" + group + "]";
  }
}
