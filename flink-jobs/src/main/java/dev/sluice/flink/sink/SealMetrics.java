package dev.sluice.flink.sink;

import java.time.Clock;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Where sealing stands: {@code progressLagMillis}, wall clock minus the time that all writers have
 * passed (-1 before the first), {@code sealLagMillis}, wall clock minus the end of the oldest
 * window that waits for its first seal (0 if none waits), {@code openWindows}, and {@code late},
 * rows whose window had closed. Written by the task, read by reporters.
 */
final class SealMetrics {
  private final Counter late;
  private volatile int open;
  private volatile long progress = -1;
  private volatile long oldest = -1;
  private long lateRows;

  SealMetrics(MetricGroup group, Clock clock) {
    MetricGroup own = group.addGroup("sluice");
    late = own.counter("late");
    own.gauge("openWindows", () -> open);
    own.gauge("progressLagMillis", () -> progress < 0 ? -1 : clock.millis() - progress);
    own.gauge("sealLagMillis", () -> oldest < 0 ? 0 : Math.max(0, clock.millis() - oldest));
  }

  /** After a checkpoint's book was closed. */
  void closed(SealBook book) {
    late.inc(book.lateRows() - lateRows);
    lateRows = book.lateRows();
    BookState state = book.state();
    open = state.windows().size();
    long passed = state.progress();
    progress = passed == Long.MAX_VALUE ? -1 : passed;
    oldest =
        state.windows().entrySet().stream()
            .filter(entry -> !entry.getValue().isSealed())
            .mapToLong(entry -> entry.getKey().endMillis())
            .min()
            .orElse(-1);
  }
}
