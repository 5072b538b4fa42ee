package dev.sluice.catalog.server.index;

import dev.sluice.model.catalog.SnapshotSummary;

/** Outcome of a registration; {@code created} is false when it was known already. */
public record Registered(SnapshotSummary snapshot, boolean created) {}
