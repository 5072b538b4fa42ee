package dev.sluice.catalog.server.db;

import dev.sluice.model.SnapshotStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Which snapshots a lookup wants; an empty part does not filter.
 *
 * @param from keeps windows that end after this time
 * @param to keeps windows that start before this time
 * @param endpoint a part of {@code METHOD /path/{template}}
 * @param currentOnly only the newest revision of each window
 */
public record SnapshotFilter(
    Optional<String> service,
    Optional<String> env,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<SnapshotStatus> status,
    Optional<String> label,
    Optional<String> endpoint,
    Optional<String> policyDigest,
    boolean currentOnly) {

  /** Every current snapshot. */
  public static SnapshotFilter none() {
    Optional<String> any = Optional.empty();
    return new SnapshotFilter(
        any, any, Optional.empty(), Optional.empty(), Optional.empty(), any, any, any, true);
  }

  /** The same, with another status. */
  public SnapshotFilter withStatus(SnapshotStatus value) {
    return new SnapshotFilter(
        service, env, from, to, Optional.of(value), label, endpoint, policyDigest, currentOnly);
  }
}
