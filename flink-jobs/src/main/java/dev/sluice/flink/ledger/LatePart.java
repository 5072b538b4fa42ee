package dev.sluice.flink.ledger;

/**
 * A committed part of a window that had closed before: in no manifest, kept for {@code quarantine
 * retry}.
 */
public record LatePart(String key, long rows) {}
