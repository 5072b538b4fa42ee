package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.Capture;
import dev.sluice.model.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A share of sessions is kept, each with all it did or not at all. */
class SamplingTest {
  private static final String POLICY =
      """
      sample: 0.5
      for:
        - {endpoints: GET /rare, sample: 0.8}
        - {endpoints: GET /all, sample: 1}
      """;
  private static final Engine ENGINE = engine(POLICY, Captures.key());
  private static final int SESSIONS = 400;

  private static Engine engine(String yaml, KeyRing keys) {
    Policy policy = Policy.parse("policy.yaml", yaml, name -> "");
    return Engine.create(new EngineConfig(policy, RulePacks.builtin(), keys));
  }

  private static Capture at(int number, String path, String session) {
    return Captures.capture(
        "ex-" + number,
        Captures.get("https://s.example" + path, "Cookie", "sid=" + session),
        Optional.of(Captures.json("{}")));
  }

  private static Set<Integer> kept(Engine engine, String path, int from) {
    return IntStream.range(0, SESSIONS)
        .filter(i -> engine.sanitize(at(from + i, path, "session-" + i)) instanceof Verdict.Pass)
        .boxed()
        .collect(Collectors.toSet());
  }

  @Test
  void aSessionIsKeptWithAllItsExchangesOrLeftOut() {
    Set<Integer> first = kept(ENGINE, "/a", 1_000);

    assertThat(first).hasSizeBetween(150, 250);
    assertThat(kept(ENGINE, "/b", 5_000)).isEqualTo(first);
    assertThat(kept(ENGINE, "/rare", 9_000)).containsAll(first).hasSizeBetween(280, 360);
    assertThat(kept(ENGINE, "/all", 9_000)).hasSize(SESSIONS);
  }

  @Test
  void nobodyWithoutTheKeyKnowsWhichSessionsAreKept() {
    Set<Integer> other = kept(engine(POLICY, KeyRing.random()), "/a", 1_000);
    Set<Integer> again = kept(engine(POLICY, Captures.key()), "/a", 1_000);

    assertThat(other).isNotEqualTo(again);
    assertThat(again).isEqualTo(kept(ENGINE, "/a", 1_000));
  }

  @Test
  void withoutASessionTheTraceDecidesAndElseTheExchange() {
    List<Verdict> verdicts =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    ENGINE.sanitize(
                        Captures.capture(
                            "ex-" + i,
                            Captures.get("https://s.example/a"),
                            Optional.of(Captures.json("{}")))))
            .toList();

    assertThat(verdicts).anyMatch(Verdict.Pass.class::isInstance);
    assertThat(verdicts).anyMatch(new Verdict.SampledOut("sample 0.5")::equals);
  }

  @Test
  void eachRowTellsTheShareItStandsFor() {
    int kept = kept(ENGINE, "/a", 1_000).iterator().next();

    assertThat(Captures.pass(ENGINE, at(1, "/a", "session-" + kept)).notes())
        .contains("sampled:0.5");
    assertThat(Captures.pass(ENGINE, at(1, "/all", "session-" + kept)).notes())
        .noneMatch(note -> note.startsWith("sampled"));
  }
}
