package dev.sluice.flink.sink;

import dev.sluice.flink.JobConfig;
import dev.sluice.flink.sanitize.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;

/**
 * Holds encoded sanitized rows by window and cuts parts of them: when a window is due, when it has
 * grown at a checkpoint, when it is very large, or when the memory budget is reached (largest
 * first). Says one {@link WriterReport} at each checkpoint. Never judges lateness.
 */
final class SnapshotWriter
    implements CommittingSinkWriter<Outcome, WriterReport>,
        StatefulSinkWriter<Outcome, HeldWindow> {
  private final int writer;
  private final int writers;
  private final JobConfig.Memory memory;
  private final PartStager stager;
  private final HeldRows held = new HeldRows();
  private final Tally tally = new Tally();
  private final StartupSilence silence;
  private long watermark = Long.MIN_VALUE;
  private boolean idle;
  private boolean ended;

  SnapshotWriter(
      int writer, int writers, JobConfig.Memory memory, Duration idleness, PartStager stager) {
    this.writer = writer;
    this.writers = writers;
    this.memory = memory;
    this.stager = stager;
    this.silence = new StartupSilence(idleness);
  }

  void restore(Collection<HeldWindow> windows) {
    windows.forEach(held::restore);
  }

  @Override
  public void write(Outcome outcome, Context context) throws IOException, InterruptedException {
    if (outcome instanceof Outcome.Mark mark) {
      watermark = Math.max(watermark, mark.watermark());
      idle = mark.idle();
      return;
    }
    Outcome.OfRecord record = (Outcome.OfRecord) outcome;
    silence.heard();
    tally.count(record);
    if (record instanceof Outcome.Row row) {
      hold(row);
    }
  }

  private void hold(Outcome.Row row) throws IOException, InterruptedException {
    if (held.add(row) >= memory.partAtOnce()) {
      held.take(row.window()).ifPresent(stager::stage);
    }
    while (held.bytes() > memory.budget()) {
      held.takeLargest().ifPresent(stager::stage);
    }
    while (stager.bytesInFlight() > memory.budget()) {
      stager.awaitOne();
    }
  }

  @Override
  public void flush(boolean endOfInput) {
    ended |= endOfInput;
  }

  @Override
  public Collection<WriterReport> prepareCommit() throws IOException, InterruptedException {
    boolean idleNow = idle || silence.isSilent(watermark);
    held.takeIf(window -> ended || idleNow || isDue(window)).forEach(stager::stage);
    Progress progress =
        new Progress(
            writer,
            writers,
            watermark,
            idleNow,
            ended,
            tally.ranges(),
            tally.services(),
            tally.windows());
    WriterReport report = new WriterReport(progress, stager.drain());
    tally.reset();
    return List.of(report);
  }

  /** A window that lies before the watermark is complete, as far as this writer can know. */
  private boolean isDue(HeldWindow window) {
    return window.key().endMillis() - 1 <= watermark || window.bytes() >= memory.partAtCheckpoint();
  }

  @Override
  public List<HeldWindow> snapshotState(long checkpointId) {
    return held.windows();
  }

  @Override
  public void close() {
    stager.close();
  }
}
