package dev.sluice.dlp.eval;

import java.util.List;

/**
 * What detection in texts reached.
 *
 * @param types by info type, sorted
 * @param secrets by kind of credential, sorted; their {@code wrong} is not counted
 * @param negatives by group of texts that hold nothing, sorted
 */
public record TextResult(
    Scores all, List<Scores> types, List<Scores> secrets, List<Negatives> negatives) {

  public TextResult {
    types = List.copyOf(types);
    secrets = List.copyOf(secrets);
    negatives = List.copyOf(negatives);
  }

  /**
   * @param wrong texts in which something was found at the threshold
   */
  public record Negatives(String group, int texts, int wrong) {}

  /** Share of the texts that hold nothing in which something was found, 0 to 1. */
  public double falsePositiveShare() {
    int texts = negatives.stream().mapToInt(Negatives::texts).sum();
    int wrong = negatives.stream().mapToInt(Negatives::wrong).sum();
    return texts == 0 ? 0 : (double) wrong / texts;
  }
}
