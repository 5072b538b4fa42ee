package dev.sluice.dlp.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.rules.RulePacks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorPropertiesTest {

  private static final List<RulePack> PACKS = RulePacks.builtin();
  private static final List<Rule> RULES = PACKS.stream().flatMap(p -> p.rules().stream()).toList();
  private static final Detector DETECTOR = Detector.of(PACKS);
  private static final Detector SURE = Detector.of(PACKS, 0.5);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_gates_never_lose_or_add_a_candidate(long seed) {
    TextGenerator generator = new TextGenerator(seed, RULES);
    for (int i = 0; i < 150; i++) {
      String text = generator.next();
      ValueContext context = generator.nextContext();

      assertThat(DETECTOR.detect(text, context))
          .as("seed %d, text %d", seed, i)
          .isEqualTo(DETECTOR.detectNaively(text, context));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void rules_that_cannot_reach_the_threshold_alone_are_lost_only_where_they_do_not(long seed) {
    TextGenerator generator = new TextGenerator(seed, RULES);
    for (int i = 0; i < 150; i++) {
      String text = generator.next();
      ValueContext context = generator.nextContext();

      assertThat(SURE.detect(text, context))
          .as("seed %d, text %d", seed, i)
          .isEqualTo(
              DETECTOR.detectNaively(text, context).stream()
                  .filter(c -> c.score() >= 0.5)
                  .toList());
    }
  }

  @Test
  void every_example_is_found_among_all_rules() {
    for (Rule rule : RULES) {
      rule.examples()
          .forEach(
              example ->
                  assertThat(DETECTOR.detect(example.text(), example.context()))
                      .as("%s, line %d", rule.id(), example.line())
                      .filteredOn(c -> c.rule().equals(rule))
                      .hasSize(example.expected().size()));
    }
  }

  @Test
  void winners_do_not_overlap_and_reach_the_threshold() {
    TextGenerator generator = new TextGenerator(7, RULES);
    for (int i = 0; i < 500; i++) {
      List<Candidate> all = DETECTOR.detect(generator.next(), generator.nextContext());
      List<Candidate> winners = Detector.winners(all, 0.5);

      assertThat(all).containsAll(winners);
      assertThat(winners).allMatch(c -> c.score() >= 0.5);
      for (int w = 1; w < winners.size(); w++) {
        assertThat(winners.get(w).start()).isGreaterThanOrEqualTo(winners.get(w - 1).end());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1",
        "1-",
        "a@",
        "0:",
        "token=",
        "password:",
        "+1",
        "😀",
        "10.",
        "{\"a\":1},"
      })
  void a_text_of_a_million_units_takes_seconds_whatever_is_repeated(String unit) {
    String text = unit.repeat(1_000_000 / unit.length());

    List<Candidate> found =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> DETECTOR.detect(text, ValueContext.text()));

    assertThat(found).isNotNull();
  }

  @Test
  void spans_count_utf16_units_behind_astral_characters() {
    String text = "😀😀 jane@example.com 𝄞 4111111111111111";

    List<Candidate> winners = Detector.winners(DETECTOR.detect(text, ValueContext.text()), 0.5);

    assertThat(winners)
        .extracting(c -> text.substring(c.start(), c.end()))
        .containsExactly("jane@example.com", "4111111111111111");
  }

  @Test
  void threads_share_one_detector() throws InterruptedException, ExecutionException {
    TextGenerator generator = new TextGenerator(11, RULES);
    List<String> texts = IntStream.range(0, 100).mapToObj(i -> generator.next()).toList();
    List<List<Candidate>> alone = detectAll(texts);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<List<Candidate>>>> together =
          IntStream.range(0, 4).mapToObj(i -> pool.submit(() -> detectAll(texts))).toList();
      for (Future<List<List<Candidate>>> result : together) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<List<Candidate>> detectAll(List<String> texts) {
    return texts.stream().map(t -> DETECTOR.detect(t, ValueContext.text())).toList();
  }
}
