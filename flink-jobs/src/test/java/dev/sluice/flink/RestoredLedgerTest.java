package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Run;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on from before its last commit counts each record once. */
final class RestoredLedgerTest {
  private static final List<byte[]> CAPTURES = Captures.many(90, Captures.yesterday(), 100);
  private static final JobConfig.Timing NEVER_IDLE =
      new JobConfig.Timing(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofHours(1));

  @TempDir Path folder;

  @Test
  void whatWasCommittedAfterTheRestoredCheckpointIsNotCountedTwice() {
    Run run = new Run(folder, 1);
    publish(run, 0, 30);
    JobConfig.Builder config =
        run.config()
            .untilLatest(false)
            .timing(NEVER_IDLE)
            .flinkOptions(Map.of("execution.checkpointing.num-retained", "1000"));
    String early;
    String incarnation;
    try (RunningJob job = JobRunner.start(config.build())) {
      incarnation = job.incarnation();
      await(job, () -> run.ledger(job).total().rows() == 30);
      early = job.lastCheckpointPath().orElseThrow();
      publish(run, 30, 60);
      await(job, () -> run.ledger(job).total().rows() == 60);
      publish(run, 60, 70);
      await(job, () -> run.ledger(job).total().rows() == 70);
    }
    publish(run, 70, 90);

    try (RunningJob job = JobRunner.start(config.restoreFrom(early).build())) {
      await(job, () -> run.ledger("live", incarnation).total().rows() == 90);
      job.awaitCheckpoint(Duration.ofSeconds(10));
      assertThat(run.ledger("live", incarnation).holes()).isEmpty();
      assertThat(run.ledger("live", incarnation).total().captured()).isEqualTo(90);
    }
    assertThat(kept(run, incarnation)).as("nothing of the ledger is overwritten").isGreaterThan(90);
  }

  /** Records in all entries, also those left behind. */
  private static long kept(Run run, String incarnation) {
    try (ObjectStore store = S3Store.open(run.bucket())) {
      return LedgerReader.keys(store, "live", incarnation).stream()
          .map(key -> LedgerReader.entry(store, key))
          .flatMap(entry -> entry.ranges().stream())
          .mapToLong(range -> range.outcomes().captured())
          .sum();
    }
  }

  private static void publish(Run run, int from, int to) {
    run.publish(CAPTURES.subList(from, to), new int[to - from]);
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
