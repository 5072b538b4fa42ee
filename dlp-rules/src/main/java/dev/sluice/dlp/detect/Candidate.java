package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Rule;

/**
 * A validated match, not yet judged by a policy. Holds no text.
 *
 * @param start UTF-16 index of the first unit of the captured value
 * @param end UTF-16 index behind the last one
 * @param rule what found it
 * @param score 0 to 1: how sure the rule is, given the context
 */
public record Candidate(int start, int end, Rule rule, double score) {

  /** Length in UTF-16 units. */
  public int length() {
    return end - start;
  }

  /** Whether both share at least one unit. */
  public boolean overlaps(Candidate other) {
    return start < other.end && other.start < end;
  }
}
