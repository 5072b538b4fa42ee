package dev.sluice.flink.sanitize;

import dev.sluice.model.SnapshotId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One window of one service in one environment.
 *
 * @param startMillis first millisecond since the epoch, a multiple of the length
 * @param lengthMillis whole seconds
 */
public record WindowKey(String env, String service, long startMillis, long lengthMillis)
    implements Comparable<WindowKey> {
  private static final Comparator<WindowKey> ORDER =
      Comparator.comparing(WindowKey::env)
          .thenComparing(WindowKey::service)
          .thenComparingLong(WindowKey::startMillis)
          .thenComparingLong(WindowKey::lengthMillis);

  /** The window of that length which holds {@code ts}. */
  public static WindowKey of(String env, String service, Instant ts, Duration length) {
    long millis = length.toMillis();
    return new WindowKey(env, service, Math.floorDiv(ts.toEpochMilli(), millis) * millis, millis);
  }

  /** First millisecond after the window. */
  public long endMillis() {
    return startMillis + lengthMillis;
  }

  /** {@code env/service}. */
  public String serviceName() {
    return env + "/" + service;
  }

  public SnapshotId snapshot(Optional<String> run, int revision) {
    return new SnapshotId(
        service,
        env,
        Instant.ofEpochMilli(startMillis),
        Duration.ofMillis(lengthMillis),
        run,
        revision);
  }

  @Override
  public int compareTo(WindowKey other) {
    return ORDER.compare(this, other);
  }
}
