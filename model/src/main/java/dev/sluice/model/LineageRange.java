package dev.sluice.model;

/**
 * The Kafka records a snapshot draws on: rows whose offsets lie in {@code [fromOffset, toOffset]}
 * of a partition.
 *
 * @param rows how many records of that range are in the snapshot; the rest belong to others
 */
public record LineageRange(
    String topic, int partition, long fromOffset, long toOffset, long rows) {}
