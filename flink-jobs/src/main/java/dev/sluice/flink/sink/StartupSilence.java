package dev.sluice.flink.sink;

import java.time.Duration;

/**
 * Tells a writer that has no partitions at all: such a one hears neither a record nor a watermark,
 * and must not hold the others back for ever. Not thread-safe.
 */
final class StartupSilence {
  private final long patienceNanos;
  private final long since = System.nanoTime();
  private boolean heard;

  StartupSilence(Duration patience) {
    this.patienceNanos = patience.toNanos();
  }

  void heard() {
    heard = true;
  }

  boolean isSilent(long watermark) {
    return !heard && watermark == Long.MIN_VALUE && System.nanoTime() - since > patienceNanos;
  }
}
