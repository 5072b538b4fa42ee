package dev.sluice.snapshot.row;

/**
 * The first fields of an encoded row.
 *
 * @param tsMicros microseconds since the epoch
 */
public record RowHead(long tsMicros, String id, String env, String service) {}
