package dev.sluice.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotIdTest {
  private static final SnapshotId LIVE =
      new SnapshotId(
          "checkout",
          "prod",
          Instant.parse("2026-11-22T12:00:00Z"),
          Duration.ofMinutes(5),
          Optional.empty(),
          1);

  @Test
  void theTextNamesServiceEnvironmentWindowAndRevision() {
    assertThat(LIVE).hasToString("checkout-prod-20261122T120000Z-5m-r1");
    assertThat(LIVE.manifestKey())
        .isEqualTo("prod/checkout/2026/11/22/checkout-prod-20261122T120000Z-5m-r1/manifest.json");
    assertThat(LIVE.windowEnd()).isEqualTo("2026-11-22T12:05:00Z");
  }

  @Test
  void aFolderIsReadBackAndNothingElseIsAFolder() {
    SnapshotId other =
        new SnapshotId(
            "a-b", "c-d", LIVE.windowStart(), Duration.ofSeconds(90), Optional.of("x1"), 12);

    assertThat(SnapshotId.ofPrefix(LIVE.prefix())).contains(LIVE);
    assertThat(SnapshotId.ofPrefix(other.prefix())).contains(other);
    assertThat(SnapshotId.ofPrefix(LIVE.prefix().replace("/22/", "/23/"))).isEmpty();
    assertThat(SnapshotId.ofPrefix(LIVE.prefix().replace("T12", "T99"))).isEmpty();
    assertThat(SnapshotId.ofPrefix("")).isEmpty();
  }

  @Test
  void aBackfillNamesItsRunSoThatItNeverContendsWithTheLiveOne() {
    SnapshotId backfill =
        new SnapshotId(
            "checkout", "prod", LIVE.windowStart(), LIVE.window(), Optional.of("fix7"), 2);
    assertThat(backfill).hasToString("checkout-prod-20261122T120000Z-5m-bfix7-r2");
    assertThat(SnapshotId.isWellFormed(backfill.toString())).isTrue();
  }

  @Test
  void aNextRevisionDiffersInNothingElse() {
    assertThat(SnapshotId.revisionOf(LIVE.withRevision(7).toString())).contains(7);
    assertThat(LIVE.withRevision(1)).isEqualTo(LIVE);
  }

  @ParameterizedTest
  @CsvSource({"10,10s", "60,1m", "90,90s", "3600,1h", "86400,1d", "5400,90m"})
  void windowsAreWrittenInTheirLargestWholeUnit(long seconds, String text) {
    assertThat(SnapshotId.windowText(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "../etc/passwd",
        "checkout-prod-20261122T120000Z-5m-r1/../x",
        "Checkout-prod-20261122T120000Z-5m-r1",
        "checkout-prod-20261122T120000Z-5m",
        "checkout-prod-20261122T120000Z-5m-r1 "
      })
  void textThatIsNoIdIsNotTakenForOne(String text) {
    assertThat(SnapshotId.isWellFormed(text)).isFalse();
  }
}
