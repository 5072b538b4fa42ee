package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.Body;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.TimeReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All times of a snapshot move alike, and nothing in it says how far. */
class MovedTimesTest {
  private static final long WEEK = Duration.ofDays(7).toSeconds();
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  private static final String ULID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  private static final String VERSION_7 = "019e0e26-70c4-7c3a-8b5e-2f1d3c4b5a69";
  private static final String RANDOM = "6fa459ea-ee8a-4ca4-894e-db77e160355e";

  private static Engine engine(String yaml) {
    Policy policy = Policy.parse("policy.yaml", "fullRescanShare: 1\n" + yaml, name -> "");
    return Engine.create(new EngineConfig(policy, RulePacks.builtin(), Captures.key()));
  }

  private static Capture at(Instant ts, String id, String service) {
    Response response =
        new Response(
            200,
            Captures.headers(
                "Content-Type",
                "application/json",
                "Date",
                "Sun, 22 Nov 2026 12:00:00 GMT",
                "Set-Cookie",
                "theme=dark; Expires=Wed, 25 Nov 2026 12:00:00 GMT"),
            Body.ofText(
                "{\"createdAt\":\"2026-11-20T08:00:00Z\",\"updated_at\":1795348800123,"
                    + "\"never\":\"9999-12-31T23:59:59Z\"}"));
    Exchange x =
        Captures.capture(
                id,
                Captures.get("https://s.example/a?since=2026-11-21T00:00:00Z"),
                Optional.of(response))
            .raw();
    return new Capture(
        new Exchange(
            x.id(),
            ts,
            x.env(),
            service,
            x.direction(),
            x.protocol(),
            x.durationMicros(),
            x.request(),
            x.response(),
            x.trace(),
            x.tags()));
  }

  private static SanitizedExchange run(String yaml) {
    return Captures.pass(engine(yaml), at(NOON, "ex-1", "shop"));
  }

  private static long weeks(Instant from, SanitizedExchange to) {
    Duration moved = Duration.between(to.exchange().ts(), from);
    assertThat(moved.toSeconds() % WEEK).isZero();
    assertThat(moved.toNanosPart()).isZero();
    return moved.toSeconds() / WEEK;
  }

  @Test
  void allTimesOfAnExchangeMoveByTheSameWholeWeeks() {
    SanitizedExchange exact = run("");
    SanitizedExchange moved = run("timestamps: shifted\n");

    long weeks = weeks(NOON, moved);
    assertThat(weeks).isBetween(26L, 520L);
    assertThat(exact.timeReferences()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(differing(exact, moved)).as("none is off by more, relative to the row").isZero();
    String out = text(moved);
    assertThat(out.contains("2026") || out.contains("1795348800")).as("a raw time").isFalse();
    assertThat(out).contains("9999-12-31T23:59:59Z");
    assertThat(moved.notes()).contains("timestamps-shifted");
    assertThat(exact.notes()).doesNotContain("timestamps-shifted");
  }

  private static long differing(SanitizedExchange exact, SanitizedExchange moved) {
    List<TimeReference> ones = exact.timeReferences();
    assertThat(moved.timeReferences()).hasSameSizeAs(ones);
    return ones.stream().filter(t -> !moved.timeReferences().contains(t)).count();
  }

  private static String text(SanitizedExchange out) {
    return out.exchange().request().url()
        + out.exchange().response().orElseThrow().headers()
        + Captures.responseText(out);
  }

  @Test
  void onlyTheLinkScopeDecidesHowFar() {
    Engine engine = engine("timestamps: shifted\n");
    Instant soon = NOON.plusSeconds(3_600);
    long here = weeks(NOON, Captures.pass(engine, at(NOON, "ex-1", "shop")));

    assertThat(weeks(soon, Captures.pass(engine, at(soon, "ex-2", "cart")))).isEqualTo(here);
    Engine byWindow = engine("timestamps: shifted\nlinkScope: snapshot\n");
    long window = weeks(NOON, Captures.pass(byWindow, at(NOON, "ex-1", "shop")));
    Instant same = NOON.plusSeconds(200);
    assertThat(weeks(same, Captures.pass(byWindow, at(same, "ex-2", "shop")))).isEqualTo(window);
    long others =
        List.of(3_600, 7_200, 10_800, 14_400).stream()
            .map(NOON::plusSeconds)
            .filter(t -> weeks(t, Captures.pass(byWindow, at(t, "ex-3", "shop"))) != window)
            .count();
    assertThat(others).as("other windows, other numbers").isPositive();
  }

  @Test
  void onlyAnIdThatTellsNoTimeStays() {
    Engine engine = engine("timestamps: shifted\n");
    for (String id : List.of(ULID, "ex-1", VERSION_7)) {
      String moved = Captures.pass(engine, at(NOON, id, "shop")).exchange().id();
      assertThat(moved.equals(id)).isFalse();
      assertThat(Captures.pass(engine, at(NOON, id, "shop")).exchange().id()).isEqualTo(moved);
      assertThat(Captures.pass(engine(""), at(NOON, id, "shop")).exchange().id()).isEqualTo(id);
    }
    assertThat(Captures.pass(engine, at(NOON, RANDOM, "shop")).exchange().id()).isEqualTo(RANDOM);
  }
}
