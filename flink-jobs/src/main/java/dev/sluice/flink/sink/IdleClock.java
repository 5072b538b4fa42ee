package dev.sluice.flink.sink;

import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Event time while nothing happens: when all writers have been silent for long enough and every
 * partition is read to its end, time is the wall clock's, less the out-of-orderness. A row that
 * comes after that may move to a later revision; none is dropped. Not thread-safe.
 */
final class IdleClock implements AutoCloseable {
  private final long patienceMillis;
  private final long outOfOrdernessMillis;
  private final PartitionEnds ends;
  private final Clock clock;
  private long silentSince = Long.MAX_VALUE;
  private @Nullable CompletableFuture<Map<Integer, PartitionEnds.Bounds>> lookup;

  IdleClock(long patienceMillis, long outOfOrdernessMillis, PartitionEnds ends, Clock clock) {
    this.patienceMillis = patienceMillis;
    this.outOfOrdernessMillis = outOfOrdernessMillis;
    this.ends = ends;
    this.clock = clock;
  }

  /**
   * Asked once at each checkpoint.
   *
   * @param silent whether all writers were idle and brought nothing
   * @param positions next offset of each partition that ever had a record
   */
  OptionalLong progress(boolean silent, SortedMap<Integer, Long> positions) {
    long now = clock.millis();
    if (!silent) {
      silentSince = Long.MAX_VALUE;
      lookup = null;
      return OptionalLong.empty();
    }
    silentSince = Math.min(silentSince, now);
    if (now - silentSince < patienceMillis) {
      return OptionalLong.empty();
    }
    // The lookup never holds a checkpoint up: its answer serves the next one.
    boolean atEnd = lookup != null && isAtEnd(lookup, positions);
    if (lookup == null || lookup.isDone()) {
      lookup = ends.lookUp();
    }
    return atEnd ? OptionalLong.of(now - outOfOrdernessMillis) : OptionalLong.empty();
  }

  private static boolean isAtEnd(
      CompletableFuture<Map<Integer, PartitionEnds.Bounds>> lookup,
      SortedMap<Integer, Long> positions) {
    if (!lookup.isDone() || lookup.isCompletedExceptionally()) {
      return false;
    }
    return lookup.join().entrySet().stream()
        .allMatch(
            entry ->
                positions.getOrDefault(entry.getKey(), entry.getValue().beginning())
                    >= entry.getValue().end());
  }

  @Override
  public void close() {
    ends.close();
  }
}
