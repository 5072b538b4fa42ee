package dev.sluice.cli.rules;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.rules.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Why one rule did or did not find something. Holds spans, no text.
 *
 * @param start first UTF-16 unit of the match, or of what came near
 * @param end behind the last one
 * @param score what it reached; 0 if it is no finding
 * @param verdict {@code found}, {@code below the threshold} or {@code refused}
 * @param reasons what spoke against it; empty if nothing did
 */
record Explanation(
    String rule,
    String infoType,
    int start,
    int end,
    double score,
    String verdict,
    List<String> reasons) {

  Explanation {
    reasons = List.copyOf(reasons);
  }

  /** Empty if not even the rule's pattern is there. */
  static Optional<Explanation> of(Rule rule, String text, ValueContext context, double threshold) {
    Optional<Candidate> found = best(rule, text, context);
    if (found.isPresent()) {
      return Optional.of(found(found.get(), threshold));
    }
    if (rule.isFieldOnly()) {
      return Optional.empty();
    }
    EnumSet<Relaxed> needed = EnumSet.allOf(Relaxed.class);
    Optional<Candidate> near = best(Relaxed.without(rule, needed), text, context);
    if (near.isEmpty()) {
      return Optional.empty();
    }
    for (Relaxed one : Relaxed.values()) {
      needed.remove(one);
      if (best(Relaxed.without(rule, needed), text, context).isEmpty()) {
        needed.add(one);
      }
    }
    return Optional.of(at(near.get(), 0, "refused", needed.stream().map(Relaxed::reason).toList()));
  }

  private static Explanation found(Candidate candidate, double threshold) {
    if (candidate.score() >= threshold) {
      return at(candidate, candidate.score(), "found", List.of());
    }
    Rule rule = candidate.rule();
    String missing =
        rule.contextScore() >= threshold
            ? "no field name or context word lifts its score to " + rule.contextScore()
            : "its score never reaches the threshold";
    return at(candidate, candidate.score(), "below the threshold", List.of(missing));
  }

  private static Explanation at(Candidate c, double score, String verdict, List<String> reasons) {
    Rule rule = c.rule();
    return new Explanation(rule.id(), rule.infoType(), c.start(), c.end(), score, verdict, reasons);
  }

  private static Optional<Candidate> best(Rule rule, String text, ValueContext context) {
    return Detector.ofRules(List.of(rule)).detect(text, context).stream()
        .max(java.util.Comparator.comparingDouble(Candidate::score));
  }
}
