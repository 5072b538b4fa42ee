package dev.sluice.snapshot.local;

import dev.sluice.snapshot.row.RowCodec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The encoded rows of one open window. Not thread-safe. */
final class Rows {
  private final List<byte[]> rows = new ArrayList<>();
  private long minMicros = Long.MAX_VALUE;
  private long maxMicros = Long.MIN_VALUE;

  void add(byte[] row) {
    long micros = RowCodec.head(row).tsMicros();
    minMicros = Math.min(minMicros, micros);
    maxMicros = Math.max(maxMicros, micros);
    rows.add(row);
  }

  long minMicros() {
    return minMicros;
  }

  long maxMicros() {
    return maxMicros;
  }

  /** All rows by time, cut where {@code limit} bytes are reached: parts that follow one another. */
  List<List<byte[]>> chunks(long limit) {
    rows.sort(Comparator.comparingLong(row -> RowCodec.head(row).tsMicros()));
    List<List<byte[]>> chunks = new ArrayList<>();
    List<byte[]> chunk = new ArrayList<>();
    long bytes = 0;
    for (byte[] row : rows) {
      if (!chunk.isEmpty() && bytes + row.length > limit) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
        bytes = 0;
      }
      chunk.add(row);
      bytes += row.length;
    }
    chunks.add(chunk);
    return chunks;
  }
}
