package dev.sluice.model.catalog;

import dev.sluice.model.SnapshotStatus;

/**
 * Asks for a new status.
 *
 * @param reason why, in words; required
 * @param expectedVersion {@link SnapshotSummary#version()} that the decision was based on
 */
public record StatusChange(SnapshotStatus status, String reason, int expectedVersion) {}
