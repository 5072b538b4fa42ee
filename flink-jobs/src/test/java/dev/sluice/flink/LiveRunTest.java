package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.flink.quarantine.Account;
import dev.sluice.flink.quarantine.LateRows;
import dev.sluice.flink.quarantine.RetryScope;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Run;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that do not end by themselves: idleness, late rows, going on from a checkpoint. */
final class LiveRunTest {
  private static final Instant START = Captures.yesterday();
  private static final JobConfig.Timing NEVER_IDLE =
      new JobConfig.Timing(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofHours(1));
  private static final JobConfig.Timing SOON_IDLE =
      new JobConfig.Timing(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(1));

  @TempDir Path folder;

  @Test
  void windowsSealSoonAfterTrafficStops() {
    Run run = new Run(folder, 2);
    run.publish(Captures.many(30, Instant.now().minusSeconds(20), 100), new int[30]);

    // Three writers, two partitions, one of them empty: nobody may wait for the silent ones.
    JobConfig config = run.config().untilLatest(false).parallelism(3).timing(SOON_IDLE).build();
    try (RunningJob job = JobRunner.start(config)) {
      await(job, () -> rows(run) == 30);
      LedgerSummary ledger = run.ledger(job);
      assertThat(ledger.holes()).isEmpty();
      assertThat(ledger.total().late()).isZero();
    }
  }

  @Test
  void lateRowsMakeARevisionUntilTheWindowClosesAndAreCountedAfterwards() {
    Run run = new Run(folder, 1);
    JobConfig config = run.config().untilLatest(false).timing(NEVER_IDLE).build();
    try (RunningJob job = JobRunner.start(config)) {
      publish(run, 1, START);
      publish(run, 2, START.plusSeconds(15));
      await(job, () -> exchanges(run, "r1") == 1);

      publish(run, 3, START.plusSeconds(5));
      await(job, () -> run.ledger(job).total().rows() == 3);
      publish(run, 4, START.plusSeconds(120));
      await(job, () -> exchanges(run, "r2") == 2);

      publish(run, 5, START.plusSeconds(6));
      await(job, () -> run.ledger(job).total().late() == 1);
      LedgerSummary ledger = run.ledger(job);
      assertThat(ledger.total().rows()).isEqualTo(5);
      assertThat(ledger.holes()).isEmpty();
      assertThat(ledger.services())
          .hasEntrySatisfying("prod/checkout", o -> assertThat(o.late()).isEqualTo(1));
    }
    assertThat(firstWindow(run, "r2").parts())
        .containsAll(firstWindow(run, "r1").parts())
        .hasSize(2);
    assertLateRowsAreAdoptedOnce(run);
  }

  private static void assertLateRowsAreAdoptedOnce(Run run) {
    try (ObjectStore store = S3Store.open(run.bucket())) {
      RetryScope scope = RetryScope.newest(store, "");
      LateRows late = new LateRows(store, scope);
      Account before = Account.of(store, scope);
      SnapshotManifest second = firstWindow(run, "r2");

      LateRows.Report report = late.adopt(second.provenance());
      LateRows.Report again = late.adopt(second.provenance());

      Account after = Account.of(store, scope);
      assertThat(report.rows()).isEqualTo(1);
      assertThat(report.snapshots()).hasSize(1);
      assertThat(again.rows()).isZero();
      assertThat(again.before()).isEqualTo(1);
      assertThat(again.snapshots()).isEmpty();
      assertThat(exchanges(run, "r3")).isEqualTo(3);
      assertThat(firstWindow(run, "r3").parts()).containsAll(second.parts()).hasSize(3);
      assertThat(before.late()).isEqualTo(1);
      assertThat(after.late()).isZero();
      assertThat(after.addsUp()).isTrue();
    }
  }

  @Test
  void aRunGoesOnFromACheckpointWithOtherParallelism() {
    Run run = new Run(folder, 3);
    run.publish(Captures.many(60, START, 100), partitions(60));
    String checkpoint;
    String incarnation;
    JobConfig.Builder config = run.config().untilLatest(false).timing(NEVER_IDLE);
    try (RunningJob job = JobRunner.start(config.build())) {
      await(job, () -> run.ledger(job).total().rows() == 60);
      job.cancel();
      checkpoint = job.lastCheckpointPath().orElseThrow();
      incarnation = job.incarnation();
    }
    run.publish(Captures.many(90, START, 100).subList(60, 90), partitions(30));

    try (RunningJob job = JobRunner.start(config.parallelism(3).restoreFrom(checkpoint).build())) {
      await(job, () -> run.ledger("live", incarnation).total().rows() == 90);
      assertThat(run.ledger("live", incarnation).holes()).isEmpty();
    }
  }

  private static void publish(Run run, int number, Instant ts) {
    run.publish(List.of(Captures.capture("checkout", number, ts)), new int[] {0});
  }

  private static int[] partitions(int count) {
    int[] partitions = new int[count];
    for (int i = 0; i < count; i++) {
      partitions[i] = i % 3;
    }
    return partitions;
  }

  private static long rows(Run run) {
    return run.manifests().values().stream().mapToLong(SnapshotManifest::exchanges).sum();
  }

  private static SnapshotManifest firstWindow(Run run, String revision) {
    return run.manifests().values().stream()
        .filter(m -> m.windowStart().equals(START) && m.snapshotId().endsWith(revision))
        .findFirst()
        .orElseThrow();
  }

  private static long exchanges(Run run, String revision) {
    return run.manifests().values().stream()
        .filter(m -> m.windowStart().equals(START) && m.snapshotId().endsWith(revision))
        .mapToLong(SnapshotManifest::exchanges)
        .sum();
  }

  /** Looks again at each checkpoint, for a minute at most. */
  private static void await(RunningJob job, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      assertThat(job.failure()).isEmpty();
      job.awaitCheckpoint(Duration.ofSeconds(10));
    }
  }
}
