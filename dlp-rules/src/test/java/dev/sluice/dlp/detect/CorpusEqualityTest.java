package dev.sluice.dlp.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.capture.synthetic.SyntheticTraffic;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.rules.RulePacks;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The detector, with all its gates, tells exactly what running every rule's RE2J over every value
 * tells: the same rules, spans and scores. A few seconds in a build; by hand, with real captures
 * too, {@code -Dsluice.equality.seconds=600} for each corpus and {@code -Dsluice.equality.seed=N}.
 */
class CorpusEqualityTest {
  private static final Duration BUDGET =
      Duration.ofSeconds(Long.getLong("sluice.equality.seconds", 3));
  private static final long SEED = Long.getLong("sluice.equality.seed", 1);
  private static final List<RulePack> PACKS = RulePacks.builtin();
  private static final double THRESHOLD = 0.5;

  private final Detector all = Detector.of(PACKS);
  private final Detector strong = Detector.of(PACKS, THRESHOLD);
  private final Set<CorpusValue> seen = new HashSet<>();

  /** What differs, said without any value. */
  private record Difference(
      String corpus, int value, boolean lost, String rule, int start, int end) {}

  static Stream<String> corpora() {
    boolean byHand = System.getProperty("sluice.equality.seconds") != null;
    Stream<String> made = Stream.of("clean", "dense", "random", "long");
    return byHand ? Stream.concat(made, Stream.of("real")) : made;
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void theDetectorTellsWhatEveryRuleAloneTells(String corpus) {
    Iterator<CorpusValue> values = open(corpus);
    long deadline = System.nanoTime() + BUDGET.toNanos();
    int compared = 0;
    while (values.hasNext() && System.nanoTime() < deadline) {
      CorpusValue value = values.next();
      if (seen.add(value)) {
        assertThat(differences(corpus, compared++, value)).isEmpty();
      }
    }
    assertThat(compared).as("values of %s", corpus).isPositive();
  }

  @Test
  void aDetectorWithoutOneOfTheRulesIsToldFromTheReference() {
    Rule mail = rules().filter(r -> r.infoType().equals("EMAIL_ADDRESS")).findFirst().orElseThrow();
    Detector without = Detector.ofRules(rules().filter(r -> !r.equals(mail)).toList());
    CorpusValue value = new CorpusValue("write to jane@example.com", ValueContext.text());

    assertThat(keys(without.detect(value.text(), value.context())))
        .isNotEqualTo(keys(all.detectNaively(value.text(), value.context())));
  }

  private static Stream<Rule> rules() {
    return PACKS.stream().flatMap(p -> p.rules().stream());
  }

  private static Iterator<CorpusValue> open(String corpus) {
    return switch (corpus) {
      case "clean" -> CorpusValues.of(SyntheticTraffic.clean(SEED));
      case "dense" -> CorpusValues.of(SyntheticTraffic.dense(SEED));
      case "random" -> CorpusValues.random(new TextGenerator(SEED, rules().toList()), 1);
      case "long" -> CorpusValues.random(new TextGenerator(SEED, rules().toList()), 40);
      default -> real();
    };
  }

  private static Iterator<CorpusValue> real() {
    Optional<Iterator<CorpusValue>> real = CorpusValues.real(SEED);
    assumeTrue(
        real.isPresent(), "skipped: no folder of real captures (set SLUICE_CAPTURES to name one)");
    return real.orElseThrow();
  }

  private Set<Difference> differences(String corpus, int number, CorpusValue value) {
    List<Candidate> naive = all.detectNaively(value.text(), value.context());
    List<Candidate> naiveStrong = naive.stream().filter(c -> c.score() >= THRESHOLD).toList();
    Set<Difference> differences = new HashSet<>();
    differ(naive, all.detect(value.text(), value.context()), corpus, number, differences);
    differ(naiveStrong, strong.detect(value.text(), value.context()), corpus, number, differences);
    return differences;
  }

  private static void differ(
      List<Candidate> one,
      List<Candidate> other,
      String corpus,
      int number,
      Set<Difference> differences) {
    Set<Key> keys = keys(one);
    Set<Key> others = keys(other);
    Stream.concat(
            keys.stream().filter(k -> !others.contains(k)),
            others.stream().filter(k -> !keys.contains(k)))
        .forEach(
            k ->
                differences.add(
                    new Difference(
                        corpus, number, keys.contains(k), k.rule(), k.start(), k.end())));
  }

  private record Key(String rule, int start, int end, double score) {}

  private static Set<Key> keys(List<Candidate> candidates) {
    Set<Key> keys = new HashSet<>();
    candidates.forEach(c -> keys.add(new Key(c.rule().id(), c.start(), c.end(), c.score())));
    return keys;
  }
}
