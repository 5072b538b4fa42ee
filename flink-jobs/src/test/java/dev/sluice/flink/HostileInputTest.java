package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.capture.Decoders;
import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Hostile;
import dev.sluice.flink.stack.Run;
import dev.sluice.flink.stack.Searched;
import dev.sluice.flink.stack.Thrown;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes in: no crash, no silent drop, and no trace of it where it must not be. */
final class HostileInputTest {
  private static final Instant START = Captures.yesterday();

  @TempDir Path folder;

  @Test
  void hostileRecordsAreQuarantinedAsPointersAndLeaveNoTrace() throws IOException {
    Run run = new Run(folder, 2);
    Path log = Path.of("target/test.log");
    long logBefore = log.toFile().length();
    List<byte[]> values = new ArrayList<>(Hostile.records(START, 400));
    values.addAll(Captures.many(60, START, 100));
    run.publish(values, new int[values.size()]);
    run.publishWithHeader(
        Captures.capture("checkout", 1, START), Decoders.FORMAT_HEADER, "no-such-format");
    int records = values.size() + 1;

    // Held rows must be in checkpoints while the job runs: an unbounded run, stopped by hand.
    JobConfig config = run.config().untilLatest(false).build();
    LedgerSummary ledger;
    try (RunningJob job = JobRunner.start(config)) {
      long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
      while (run.ledger(job).total().captured() < records) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        assertThat(job.failure()).isEmpty();
        job.awaitCheckpoint(Duration.ofSeconds(10));
      }
      job.awaitCheckpoint(Duration.ofSeconds(10));
      ledger = run.ledger(job);
      assertThat(Searched.folder(run.checkpoints(), Captures.CANARY)).isEmpty();
    }

    assertThat(ledger.holes()).isEmpty();
    assertThat(ledger.total().captured()).isEqualTo(records);
    assertThat(ledger.total().rows()).isGreaterThanOrEqualTo(60);
    assertThat(ledger.total().quarantined())
        .containsKeys("empty-message", "unknown-format", "malformed-capture", "ts-in-future");
    List<String> pointers = run.quarantined();
    assertThat(distinctKeys(run)).hasSize((int) ledger.total().quarantinedTotal());
    assertThat(pointers).noneMatch(pointer -> pointer.contains(Captures.CANARY));
    assertThat(Searched.folder(run.rawFolder(), Captures.CANARY))
        .as("the search finds")
        .isNotEmpty();
    assertThat(Searched.folder(run.bucketFolder(), Captures.CANARY)).isEmpty();
    assertThat(Searched.fileFrom(log, logBefore, Captures.CANARY)).isEmpty();
  }

  @Test
  void aRunOverHostileRecordsEndsAccountsForAllAndNoThrowableHoldsTheInput() throws IOException {
    Run run = new Run(folder, 2);
    List<byte[]> values = Hostile.records(START, 200);
    run.publish(values, new int[values.size()]);

    LedgerSummary ledger;
    List<Thrown.Event> thrown;
    try (Thrown recorder = Thrown.record()) {
      ledger = run.runToEnd(run.config().build());
      thrown = recorder.stop(folder.resolve("thrown.jfr"));
    }

    assertThat(ledger.total().captured()).isEqualTo(values.size());
    assertThat(ledger.total().late()).isZero();
    assertThat(thrown)
        .as("the recorder sees what is caught where it is thrown")
        .anyMatch(event -> event.type().endsWith(".BadCapture"));
    assertThat(thrown.stream().filter(event -> event.holds(Captures.CANARY))).isEmpty();
  }

  private static Set<String> distinctKeys(Run run) {
    return new TreeSet<>(run.quarantineKeys());
  }
}
