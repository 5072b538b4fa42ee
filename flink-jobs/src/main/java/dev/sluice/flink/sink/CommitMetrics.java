package dev.sluice.flink.sink;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counters of what was committed: {@code parts}, {@code snapshots}, {@code retries}. */
final class CommitMetrics {
  private final Counter parts;
  private final Counter snapshots;
  private final Counter retries;

  CommitMetrics(MetricGroup group) {
    MetricGroup own = group.addGroup("sluice");
    this.parts = own.counter("parts");
    this.snapshots = own.counter("snapshots");
    this.retries = own.counter("commitRetries");
  }

  void committed(CheckpointCommit commit) {
    parts.inc(commit.uploads().size());
    snapshots.inc(commit.seals().size());
  }

  void retried() {
    retries.inc();
  }
}
