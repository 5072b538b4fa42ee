package dev.sluice.snapshot.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.model.Baseline;
import dev.sluice.model.EndpointBaseline;
import dev.sluice.model.Exchange;
import dev.sluice.model.LineageRange;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SnapshotId;
import dev.sluice.snapshot.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PartStatsTest {
  private static final SnapshotId ID =
      new SnapshotId("checkout", "prod", Samples.START, Duration.ofMinutes(5), Optional.empty(), 1);

  @RepeatedTest(10)
  void mergingPartsGivesTheStatisticsOfAllRows(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    List<SanitizedExchange> rows = Samples.many(info.getCurrentRepetition(), 400);
    List<PartStats> parts =
        new ArrayList<>(List.of(new PartStats(), new PartStats(), new PartStats()));
    rows.forEach(row -> parts.get(random.nextInt(3)).add(row));

    PartStats merged = new PartStats();
    parts.forEach(part -> merged.merge(PartStats.fromBytes(part.toBytes())));

    assertThat(text(merged)).isEqualTo(text(of(rows)));
    assertThat(merged.baseline(ID)).isEqualTo(of(rows).baseline(ID));
  }

  @Test
  void theBaselineAgreesWithCountingByHand() {
    List<SanitizedExchange> rows = Samples.many(5, 3_000);
    Baseline baseline = of(rows).baseline(ID);

    assertThat(baseline.overall().endpoint()).isEqualTo("*");
    assertThat(baseline.overall().count()).isEqualTo(3_000);
    assertThat(baseline.overall().errors())
        .isEqualTo(rows.stream().filter(r -> status(r) >= 500 || status(r) < 0).count());
    assertThat(baseline.overall().clientErrors())
        .isEqualTo(rows.stream().filter(r -> status(r) == 404).count());
    assertThat(baseline.requestsPerSecond()).isEqualTo(10.0);
    assertThat(baseline.endpoints().stream().mapToLong(EndpointBaseline::count).sum())
        .isEqualTo(3_000);
    List<Long> sorted =
        rows.stream()
            .map(SanitizedExchange::exchange)
            .map(Exchange::durationMicros)
            .filter(java.util.OptionalLong::isPresent)
            .map(java.util.OptionalLong::getAsLong)
            .sorted()
            .toList();
    near(baseline.overall().p50Micros(), sorted.get(sorted.size() / 2));
    near(baseline.overall().p95Micros(), sorted.get(sorted.size() * 95 / 100));
    near(baseline.overall().p99Micros(), sorted.get(sorted.size() * 99 / 100));
    assertThat(baseline.overall().maxMicros()).isEqualTo(sorted.get(sorted.size() - 1));
  }

  @Test
  void endpointsOfTooFewSubjectsAreNotNamedAndStillCounted() {
    List<SanitizedExchange> rows = Samples.many(5, 300);
    PartStats stats = of(rows);
    for (String session : List.of("a", "b", "c", "d", "d", "d", "d", "d", "d")) {
      stats.add(seldom(rows.get(0), session));
    }

    assertThat(names(stats.baseline(ID, 1))).anyMatch(n -> n.endsWith("/seldom"));
    assertThat(names(stats.baseline(ID, 5))).noneMatch(n -> n.endsWith("/seldom"));
    assertThat(names(stats.baseline(ID, 5))).anyMatch(n -> n.endsWith(" *"));
    assertThat(names(stats.baseline(ID, 4))).anyMatch(n -> n.endsWith("/seldom"));
    assertThat(stats.baseline(ID, 5).endpoints().stream().mapToLong(EndpointBaseline::count).sum())
        .isEqualTo(309);
    assertThat(PartStats.fromBytes(stats.toBytes()).baseline(ID, 5))
        .isEqualTo(stats.baseline(ID, 5));
  }

  private static List<String> names(Baseline baseline) {
    return baseline.endpoints().stream().map(EndpointBaseline::endpoint).toList();
  }

  private static SanitizedExchange seldom(SanitizedExchange row, String session) {
    return new SanitizedExchange(
        row.exchange(),
        "/seldom",
        Optional.of(session),
        row.findings(),
        row.timeReferences(),
        row.notes(),
        row.policyDigest());
  }

  @Test
  void withoutAnyLatencyPercentilesAreZero() {
    assertThat(new PartStats().baseline(ID).overall().p99Micros()).isZero();
    assertThat(PartStats.fromBytes(new PartStats().toBytes()).rows()).isZero();
  }

  @Test
  void lineageRangesGrowTogetherByPartition() {
    PartStats stats = new PartStats();
    stats.addLineage(List.of(new LineageRange("t", 1, 5, 9, 3), new LineageRange("t", 0, 0, 1, 2)));
    stats.addLineage(
        List.of(new LineageRange("t", 1, 20, 30, 4), new LineageRange("s", 1, 7, 7, 1)));

    assertThat(stats.lineage())
        .containsExactly(
            new LineageRange("s", 1, 7, 7, 1),
            new LineageRange("t", 0, 0, 1, 2),
            new LineageRange("t", 1, 5, 30, 7));
  }

  @Test
  void anEndpointTakesAFewKilobytesAtMost() {
    PartStats stats = of(Samples.many(8, 10_000));

    assertThat(stats.toBytes().length / stats.baseline(ID).endpoints().size()).isLessThan(3_000);
  }

  @Test
  void authoritiesAreRecognizedOnlyWithTheirSalt() {
    String hash = AuthorityHash.of("salt", "Shop.Example:8443");

    assertThat(AuthorityHash.matches(hash, "shop.example:8443")).isTrue();
    assertThat(AuthorityHash.matches(hash, "shop.example")).isFalse();
    assertThat(hash).doesNotContainIgnoringCase("shop");
    assertThat(AuthorityHash.authorityOf("https://user:pw@shop.example:8443/a?b"))
        .isEqualTo("shop.example:8443");
    assertThat(AuthorityHash.authorityOf("https://shop.example?next=a@b"))
        .isEqualTo("shop.example");
    assertThat(AuthorityHash.authorityOf("/relative")).isEmpty();
  }

  private static int status(SanitizedExchange row) {
    return row.exchange().response().map(r -> r.status()).orElse(-1);
  }

  private static void near(long sketch, long exact) {
    assertThat((double) sketch).isCloseTo(exact, within(exact * 0.015));
  }

  private static String text(PartStats stats) {
    return new String(stats.toBytes(), StandardCharsets.UTF_8);
  }

  private static PartStats of(List<SanitizedExchange> rows) {
    PartStats stats = new PartStats();
    rows.forEach(stats::add);
    return stats;
  }
}
