package dev.sluice.snapshot.part;

import java.util.List;

/** Makes Parquet files of encoded rows, in memory. Thread-safe. */
public final class PartEncoder {
  private PartEncoder() {}

  /**
   * One file of all rows, sorted by time, id and row bytes.
   *
   * @param rows at least one, from {@code RowCodec.encode}
   */
  public static PartFile encode(List<byte[]> rows, PartMeta meta) {
    throw new UnsupportedOperationException();
  }
}
