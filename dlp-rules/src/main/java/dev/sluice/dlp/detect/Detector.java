package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.RulePack;
import java.util.List;

/** Finds candidates in single values. Immutable and thread-safe. */
public final class Detector {

  private Detector() {}

  /** A detector of all rules of the packs. */
  public static Detector of(List<RulePack> packs) {
    return new Detector();
  }

  /**
   * All validated candidates, overlaps included, sorted by start, end and rule id.
   *
   * @param text the decoded value
   */
  public List<Candidate> detect(String text, ValueContext context) {
    return List.of();
  }

  /**
   * The candidates that win where several overlap: higher score, then longer, then earlier; none
   * below the threshold. Sorted by start, without overlaps.
   */
  public static List<Candidate> winners(List<Candidate> all, double threshold) {
    return List.of();
  }
}
