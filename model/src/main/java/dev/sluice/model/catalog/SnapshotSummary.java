package dev.sluice.model.catalog;

import dev.sluice.model.SnapshotStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of a lookup.
 *
 * @param manifestDigest SHA-256 of the manifest's bytes; what approvals, pins and lockfiles bind
 * @param current whether this is the newest revision of its window
 * @param version counts status changes; sent back with the next one (optimistic locking)
 */
public record SnapshotSummary(
    String id,
    String env,
    String service,
    Instant windowStart,
    Instant windowEnd,
    int revision,
    boolean current,
    SnapshotStatus status,
    long exchanges,
    long findings,
    long quarantined,
    long p99Micros,
    double errorRate,
    String contentDigest,
    String manifestDigest,
    String manifestKey,
    String policyDigest,
    List<String> labels,
    Optional<String> run,
    Instant registeredAt,
    int version) {}
