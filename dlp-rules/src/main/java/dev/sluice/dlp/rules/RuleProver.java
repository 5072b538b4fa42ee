package dev.sluice.dlp.rules;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Detector;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Runs a rule's examples against the rule alone. */
public final class RuleProver {

  private RuleProver() {}

  /**
   * Proves every example of the rule.
   *
   * @throws RulePackException for the first that does not hold
   */
  public static void prove(String file, Rule rule) {
    Detector detector = Detector.ofRules(List.of(rule));
    for (Example example : rule.examples()) {
      prove(file, rule, example, detector);
    }
  }

  private static void prove(String file, Rule rule, Example example, Detector detector) {
    List<Candidate> found = detector.detect(example.text(), example.context());
    Set<String> spans = found.stream().map(c -> span(c.start(), c.end())).collect(sorted());
    Set<String> wanted =
        example.expected().stream().map(s -> span(s.start(), s.end())).collect(sorted());
    if (!spans.equals(wanted)) {
      throw RulePackException.at(
          file,
          example.line(),
          rule.id(),
          example.mustMatch()
              ? "an example must match at " + wanted + " but matches at " + spans
              : "a noMatch example matches at " + spans,
          "Correct the rule or the example.");
    }
    for (Candidate candidate : found) {
      if (candidate.score() < example.minScore()) {
        throw RulePackException.at(
            file,
            example.line(),
            rule.id(),
            "an example scores " + candidate.score() + ", below " + example.minScore(),
            "Add context or field names, or lower the example's score.");
      }
    }
  }

  private static String span(int start, int end) {
    return start + "-" + end;
  }

  private static Collector<String, ?, Set<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }
}
