package dev.sluice.flink.sink;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Looks up where a topic's partitions begin and end. */
interface PartitionEnds extends AutoCloseable {
  /**
   * First offset, and one past the last.
   *
   * @param end equal to {@code beginning} if the partition is empty
   */
  record Bounds(long beginning, long end) {}

  /** By partition; never blocks. */
  CompletableFuture<Map<Integer, Bounds>> lookUp();

  @Override
  void close();
}
