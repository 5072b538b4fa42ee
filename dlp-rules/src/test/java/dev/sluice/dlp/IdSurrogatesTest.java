package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.rules.Example;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.dlp.transform.TransformContext;
import dev.sluice.dlp.transform.Transforms;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What replaces a national number is one itself: a service that checks it must still accept it. */
class IdSurrogatesTest {

  private static final Transforms TRANSFORMS = Transforms.of(KeyRing.of(new byte[32]));

  /**
   * Never issued by intent; of so few values that each exchange draws anew; plates, whose letters
   * would tell the district; and ids that share the surrogates of all opaque ids.
   */
  private static final Set<String> NOT_REAL =
      Set.of(
          "US_SSN",
          "UK_POSTCODE",
          "DE_PLZ",
          "PERSON",
          "DATE_OF_BIRTH",
          "DE_KFZ",
          "UK_VEHICLE_REGISTRATION",
          "MEDICAL_RECORD_NUMBER");

  @Test
  void the_surrogate_of_each_example_is_found_by_the_rules_of_its_type() {
    TreeMap<String, Integer> refused = new TreeMap<>();
    rules()
        .filter(rule -> !NOT_REAL.contains(rule.infoType()))
        .forEach(rule -> refused.put(rule.id(), refused(rule)));

    assertThat(refused).hasSizeGreaterThan(100);
    assertThat(refused).allSatisfy((id, count) -> assertThat(count).as(id).isZero());
  }

  private static Stream<Rule> rules() {
    return RulePacks.builtin().stream()
        .filter(pack -> pack.name().startsWith("ids-") || pack.name().equals("health"))
        .flatMap(pack -> pack.rules().stream());
  }

  private static int refused(Rule rule) {
    Detector detector =
        Detector.ofRules(rules().filter(r -> r.infoType().equals(rule.infoType())).toList());
    TransformContext context =
        TransformContext.of("exchange-1").accepting(v -> RuleValidators.accept(rule, v));
    int refused = 0;
    for (Example example : rule.examples()) {
      for (Example.Span span : example.expected()) {
        String value = example.text().substring(span.start(), span.end());
        String made = TRANSFORMS.apply("tokenize", rule.infoType(), value, context);
        String text =
            example.text().substring(0, span.start()) + made + example.text().substring(span.end());
        refused += isFound(detector, text, example, span.start(), made.length()) ? 0 : 1;
      }
    }
    return refused;
  }

  private static boolean isFound(
      Detector detector, String text, Example example, int start, int length) {
    List<Candidate> found = detector.detect(text, example.context());
    return found.stream().anyMatch(c -> c.start() == start && c.length() == length);
  }
}
