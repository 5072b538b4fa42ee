package dev.sluice.snapshot.local;

import dev.sluice.model.Exchange;
import dev.sluice.model.SnapshotId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which snapshot an exchange belongs to.
 *
 * @param windowIndex number of the window since the epoch; 0 where all of a service is one window
 */
record Source(String service, String env, long windowIndex) implements Comparable<Source> {
  private static final Comparator<Source> ORDER =
      Comparator.comparing(Source::service)
          .thenComparing(Source::env)
          .thenComparingLong(Source::windowIndex);

  static Source of(Exchange exchange, Optional<Duration> window) {
    long index =
        window
            .map(length -> Math.floorDiv(exchange.ts().getEpochSecond(), length.toSeconds()))
            .orElse(0L);
    return new Source(exchange.service(), exchange.env(), index);
  }

  /** Without a window length, the whole seconds that cover all rows are the window. */
  SnapshotId snapshotId(Optional<Duration> window, Rows rows, Optional<String> run) {
    long first = Math.floorDiv(rows.minMicros(), 1_000_000L);
    long end = Math.floorDiv(rows.maxMicros(), 1_000_000L) + 1;
    long start = window.map(length -> windowIndex * length.toSeconds()).orElse(first);
    Duration length = window.orElse(Duration.ofSeconds(end - first));
    return new SnapshotId(service, env, Instant.ofEpochSecond(start), length, run, 1);
  }

  @Override
  public int compareTo(Source other) {
    return ORDER.compare(this, other);
  }
}
