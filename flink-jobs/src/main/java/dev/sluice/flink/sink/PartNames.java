package dev.sluice.flink.sink;

import java.util.UUID;

/**
 * File names of parts: {@code part-<writer>-<attempt>-<number>.parquet}. The attempt is random, so
 * that no two attempts ever write the same key. Not thread-safe.
 */
final class PartNames {
  private final String stem;
  private int number;

  PartNames(int writer) {
    this.stem =
        "part-%02d-%s-"
            .formatted(writer, UUID.randomUUID().toString().replace("-", "").substring(0, 16));
  }

  String next() {
    return stem + "%05d.parquet".formatted(number++);
  }
}
