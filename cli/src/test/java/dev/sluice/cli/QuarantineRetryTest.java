package dev.sluice.cli;

import static dev.sluice.cli.HeldTraffic.PASSED;
import static dev.sluice.cli.HeldTraffic.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.Outcomes;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Held records from the job that held them to the snapshot that has them, by commands alone. */
class QuarantineRetryTest {
  @TempDir static Path home;

  @Test
  void whatAPublishedPolicyLetsPassIsInTheNextRevisionOnceAndAllCountsAddUp() throws Exception {
    try (HeldTraffic traffic = HeldTraffic.start(home)) {
      assertThat(held(traffic)).isEqualTo(TOO_LARGE + 1);
      CliRun shown =
          traffic.both(
              "quarantine", "show", "captures.raw/0/" + PASSED, "--masked", "--purpose", "t-1");
      assertThat(shown.code()).as(shown.err()).isZero();
      assertThat(shown.out().contains(HeldTraffic.SECRET)).as("the value is shown").isFalse();

      JsonNode early = retry(traffic);
      assertThat(early.get("held").get("too-large").asLong()).isEqualTo(TOO_LARGE);
      publish(traffic);
      JsonNode report = retry(traffic);
      JsonNode again = retry(traffic);
      JsonNode late = retry(traffic, "--late");

      assertThat(early.get("snapshots")).isEmpty();
      assertThat(report.get("rows").asLong()).isEqualTo(TOO_LARGE);
      assertThat(report.get("held").get("malformed-capture").asLong()).isEqualTo(1);
      assertThat(report.get("snapshots")).hasSize(1);
      assertThat(again.get("rows").asLong()).isZero();
      assertThat(again.get("before").asLong()).isEqualTo(TOO_LARGE);
      assertThat(again.get("snapshots")).isEmpty();
      assertThat(late.get("rows").asLong()).as("a bounded run has none").isZero();
      assertThat(held(traffic)).isEqualTo(1);
      assertRevisions(traffic);
      assertLedger(traffic);
    }
  }

  private static void assertRevisions(HeldTraffic traffic) {
    List<SnapshotManifest> revisions = traffic.revisions();
    assertThat(revisions).extracting(SnapshotManifest::revision).containsExactly(1, 2);
    assertThat(revisions.get(0).exchanges()).isEqualTo(PASSED);
    assertThat(revisions.get(0).quarantined()).containsEntry("too-large", (long) TOO_LARGE);
    assertThat(revisions.get(1).exchanges()).isEqualTo(PASSED + TOO_LARGE);
    assertThat(revisions.get(1).quarantined()).isEmpty();
  }

  /** The ledger stays as it was committed; what it counts as held is a row, or still held. */
  private static void assertLedger(HeldTraffic traffic) throws IOException {
    try (ObjectStore store = S3Store.open(traffic.bucket())) {
      Outcomes total = LedgerReader.readLatest(store, "live").orElseThrow().total();
      assertThat(total.captured()).isEqualTo(PASSED + TOO_LARGE + 1);
      assertThat(total.captured())
          .isEqualTo(traffic.revisions().get(1).exchanges() + held(traffic));
    }
    JsonNode account =
        SluiceJson.mapper().readTree(traffic.bucket("quarantine", "account", "--json").out());
    assertThat(account.get("inSnapshots").asLong()).isEqualTo(PASSED + TOO_LARGE);
    assertThat(account.get("quarantined").get("malformed-capture").asLong()).isEqualTo(1);
  }

  private static void publish(HeldTraffic traffic) throws Exception {
    CliRun published =
        traffic.kafka(
            "policy",
            "publish",
            traffic.file("wide.yaml", HeldTraffic.POLICY),
            "--publisher-key",
            traffic.path("publisher.key"),
            "--lead",
            "100ms");
    assertThat(published.code()).as(published.err()).isZero();
    traffic.awaitInForce("captures.policies", "publisher.pub");
  }

  private static JsonNode retry(HeldTraffic traffic, String... more) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "quarantine",
                "retry",
                "--policy",
                traffic.path("started.yaml"),
                "--key-file",
                traffic.path("key"),
                "--policy-topic",
                "captures.policies",
                "--trust",
                traffic.path("publisher.pub"),
                "--lead",
                "100ms",
                "--purpose",
                "t-1",
                "--json"));
    Collections.addAll(all, more);
    CliRun run = traffic.both(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return SluiceJson.mapper().readTree(run.out());
  }

  private static long held(HeldTraffic traffic) throws IOException {
    CliRun run = traffic.both("quarantine", "list", "--records", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    return SluiceJson.mapper().readTree(run.out()).size();
  }
}
