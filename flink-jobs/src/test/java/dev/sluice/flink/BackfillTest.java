package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.flink.quarantine.Pointers;
import dev.sluice.flink.source.ReadRange;
import dev.sluice.flink.source.ReadRange.Bound;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Run;
import dev.sluice.model.SluiceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ranges of a topic, read again into snapshots of their own. */
final class BackfillTest {
  private static final Instant START = Captures.yesterday();

  @TempDir Path folder;

  @Test
  void aRangeIsReadAgainIntoItsOwnRunBesideTheLiveOne() {
    Run run = new Run(folder, 2);
    publish(run, 40);
    Instant between = nextMillisecond();
    publish(run, 20);
    run.runToEnd(run.config().build());
    var live = run.manifests();

    LedgerSummary byTime =
        run.runToEnd(backfill(run, "time1", Bound.parse(between.toString()), Bound.OPEN).build());
    LedgerSummary byOffset =
        run.runToEnd(
            backfill(run, "offset1", Bound.parse("0:12,1:3"), Bound.parse("0:15")).build());

    assertThat(byTime.total().captured()).isEqualTo(20);
    assertThat(byOffset.total().captured()).isEqualTo(3);
    assertThat(byOffset.partitions()).containsOnlyKeys(run.raw() + "/0");
    assertThat(byTime.snapshots()).allMatch(id -> id.endsWith("-btime1-r1"));
    assertThat(run.manifests()).containsAllEntriesOf(live).hasSizeGreaterThan(live.size());
  }

  @Test
  void whatABackfillHoldsBackDoesNotHideTheLiveRunsPointers() {
    Run run = new Run(folder, 1);
    run.publish(List.of("{\"broken".getBytes(StandardCharsets.UTF_8)), new int[1]);
    run.runToEnd(run.config().build());
    run.runToEnd(backfill(run, "again1", Bound.OPEN, Bound.OPEN).build());

    Map<String, String> kafka = Map.of("bootstrap.servers", run.brokers());
    assertThat(run.quarantineKeys()).doesNotHaveDuplicates().hasSize(2);
    assertThat(Pointers.read(kafka, run.quarantine(), "").all()).hasSize(1);
    assertThat(Pointers.read(kafka, run.quarantine(), "again1").all()).hasSize(1);
  }

  @Test
  void aRangeOrNameThatCannotBeIsOneLineBeforeAnythingStarts() {
    Run run = new Run(folder, 1);
    publish(run, 4, 1);
    run.runToEnd(backfill(run, "taken", Bound.OPEN, Bound.OPEN).build());

    assertThatThrownBy(
            () -> JobRunner.check(backfill(run, "taken", Bound.OPEN, Bound.OPEN).build()))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("choose another name");
    assertThatThrownBy(
            () -> JobRunner.check(backfill(run, "b", Bound.parse("7:0"), Bound.OPEN).build()))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("no partition 7");
    assertThatThrownBy(() -> new ReadRange(Bound.parse("0:9"), Bound.parse("0:8")))
        .hasMessageContaining("ends before it begins");
    assertThatThrownBy(() -> Bound.parse("yesterday"))
        .hasMessageContaining("not a time or offsets");
  }

  private static JobConfig.Builder backfill(Run run, String name, Bound from, Bound to) {
    return run.config().backfillRun(name).range(new ReadRange(from, to)).newRun(true);
  }

  private static void publish(Run run, int count) {
    publish(run, count, 2);
  }

  private static void publish(Run run, int count, int partitions) {
    int[] where = new int[count];
    for (int i = 0; i < count; i++) {
      where[i] = i % partitions;
    }
    run.publish(new ArrayList<>(Captures.many(count, START, 100)), where);
  }

  /** A time after whatever the broker has stamped so far. */
  private static Instant nextMillisecond() {
    long next = System.currentTimeMillis() + 1;
    while (System.currentTimeMillis() < next) {
      Thread.onSpinWait();
    }
    return Instant.ofEpochMilli(next);
  }
}
