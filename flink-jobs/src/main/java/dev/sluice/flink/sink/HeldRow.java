package dev.sluice.flink.sink;

/** An encoded sanitized row and where its record stood. */
@SuppressWarnings("ArrayRecordComponent")
record HeldRow(int partition, long offset, byte[] row) {}
