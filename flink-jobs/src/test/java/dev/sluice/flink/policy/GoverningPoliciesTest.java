package dev.sluice.flink.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.StoreOpener;
import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Run;
import dev.sluice.flink.stack.TestStack;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.Uniqueness;
import dev.sluice.snapshot.manifest.ManifestStore;
import dev.sluice.snapshot.read.SnapshotReader;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Config;
import dev.sluice.snapshot.store.S3Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a policy says beyond the rules holds in a real job, and the counts add up. */
final class GoverningPoliciesTest {
  @TempDir Path folder;

  @Test
  void aSnapshotBeyondALimitIsBlockedAndOneWithinAllIsApproved() {
    Run run =
        new Run(
            folder,
            1,
            """
            windows: {default: 1h, sealDelay: 1s, closeAfter: 60s}
            block: {quarantinedRatio: 0.01, residualFindings: 0}
            approve: {quarantinedRatio: 0, exchanges: 15}
            rarity: 5
            for:
              - {endpoints: POST /orders/3, limits: {maxSteps: 1}}
              - services: payments
                approve: {exchanges: 30}
                quasiIdentifiers: [{name: basket, fields: [order, total]}]
                block: {uniqueness: 0.5}
            """);
    // Number 3 is of checkout.
    run.publish(Captures.many(60, Captures.yesterday(), 10), new int[60]);

    run.runToEnd(run.config().build());

    List<SnapshotManifest> manifests = List.copyOf(run.manifests().values());
    assertThat(manifests)
        .extracting(SnapshotManifest::service)
        .containsExactly("checkout", "payments", "storefront");
    assertThat(manifests.get(0).blocked())
        .containsExactly("quarantined ratio: 0.0500 is above 0.01");
    assertThat(manifests.get(0).approval()).isEmpty();
    assertThat(manifests.get(1).blocked())
        .containsExactly("uniqueness of basket: 1.0000 is above 0.5");
    assertThat(manifests.get(1).uniqueness()).containsExactly(new Uniqueness("basket", 20, 20));
    assertThat(manifests.get(1).approval()).as("blocked, and too few rows").isEmpty();
    assertThat(manifests.get(2).uniqueness()).as("its part declares no set").isEmpty();
    assertThat(manifests.get(2).approval()).contains("within the limits of the policy");
  }

  @Test
  void snapshotsOfMovedTimesKeepTheirWindowsAndPassTheirCheckInEveryRun() {
    Run run = new Run(folder, 2, Run.POLICY + "timestamps: shifted\n");
    Instant start = Captures.yesterday();
    int[] partitions = new int[60];
    Arrays.setAll(partitions, i -> i % 2);
    run.publish(Captures.many(60, start, 10), partitions);

    run.runToEnd(run.config().build());
    S3Config again = TestStack.get().bucket(run.raw() + "-again");
    run.runToEnd(run.config(StoreOpener.s3(again)).parallelism(2).build());

    assertThat(Run.digests(run.manifests(again))).isEqualTo(run.digests());
    for (SnapshotManifest m : run.manifests().values()) {
      assertThat(m.windowStart()).isEqualTo(start);
      assertThat(m.notes()).containsEntry("timestamps-shifted", m.exchanges());
      assertThat(m.parts()).allMatch(p -> p.maxTs().isBefore(start.minus(Duration.ofDays(100))));
      try (ObjectStore store = S3Store.open(run.bucket())) {
        String key = ManifestStore.idOf(m).manifestKey();
        assertThat(SnapshotReader.open(store, key).verify()).isEmpty();
      }
    }
  }

  @Test
  void whatIsSampledOutIsCountedAndTheSameInEveryRun() {
    Run run = new Run(folder, 2, Run.POLICY + "sample: 0.5\n");
    int[] partitions = new int[200];
    for (int i = 0; i < partitions.length; i++) {
      partitions[i] = i % 2;
    }
    run.publish(Captures.many(200, Captures.yesterday(), 10), partitions);

    LedgerSummary ledger = run.runToEnd(run.config().build());
    S3Config again = TestStack.get().bucket(run.raw() + "-again");
    run.runToEnd(run.config(StoreOpener.s3(again)).parallelism(2).build());

    assertThat(ledger.holes()).isEmpty();
    assertThat(ledger.total().captured()).isEqualTo(200);
    assertThat(ledger.total().sampled()).isBetween(50L, 150L);
    assertThat(ledger.total().rows()).isEqualTo(200 - ledger.total().sampled());
    assertThat(Run.digests(run.manifests(again))).isEqualTo(run.digests());
    assertThat(run.manifests().values())
        .allSatisfy(m -> assertThat(m.notes()).containsEntry("sampled:0.5", m.exchanges()));
  }
}
