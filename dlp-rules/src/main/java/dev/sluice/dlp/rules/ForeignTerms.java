package dev.sluice.dlp.rules;

import java.util.List;

/**
 * What only the rules of other tools' packs ask for. Immutable.
 *
 * @param exemptions any one of which silences a match
 * @param companions other rules that must all have found something near, or the match is none
 * @param reported whether a match is a finding; if not, it only serves as a companion
 * @param readsNames whether the rule was written for lines such as {@code api_key = "…"}, and so
 *     reads the name of a field together with its value
 */
public record ForeignTerms(
    List<Exemption> exemptions, List<Companion> companions, boolean reported, boolean readsNames) {

  /** Nothing special. */
  public static final ForeignTerms NONE = new ForeignTerms(List.of(), List.of(), true, false);

  public ForeignTerms {
    exemptions = List.copyOf(exemptions);
    companions = List.copyOf(companions);
  }

  /** What an exemption looks at. */
  public enum Target {
    VALUE,
    MATCH,
    LINE
  }

  /**
   * What is no finding.
   *
   * @param patterns RE2; one must be found in the target
   * @param stopWords lower case; one must stand in the value
   * @param all whether patterns and stop words are both needed, where both are given
   */
  public record Exemption(
      Target target, List<String> patterns, List<String> stopWords, boolean all) {
    public Exemption {
      patterns = List.copyOf(patterns);
      stopWords = List.copyOf(stopWords);
    }
  }

  /**
   * A rule that must have found something near.
   *
   * @param ruleId id of a rule of the same pack
   * @param withinLines lines above or below, 0 for the same one; negative for anywhere
   * @param withinColumns characters between the columns of both; negative for anywhere
   */
  public record Companion(String ruleId, int withinLines, int withinColumns) {}
}
