package dev.sluice.snapshot.local;

import dev.sluice.snapshot.part.PartEncoder;
import dev.sluice.snapshot.part.PartFile;
import dev.sluice.snapshot.part.PartMeta;
import dev.sluice.snapshot.row.RowCodec;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one open window: encoded, and as compressed parts once they are many. Where a window
 * begins is known only at its end, so parts wait in memory for their keys. Not thread-safe.
 */
final class Rows {
  private final PartMeta meta;
  private final long partBytes;
  private final List<PartFile> parts = new ArrayList<>();
  private final List<byte[]> rows = new ArrayList<>();
  private long rowBytes;
  private long minMicros = Long.MAX_VALUE;
  private long maxMicros = Long.MIN_VALUE;

  /**
   * @param partBytes encoded size at which rows become a part
   */
  Rows(PartMeta meta, long partBytes) {
    this.meta = meta;
    this.partBytes = partBytes;
  }

  void add(byte[] row) {
    long micros = RowCodec.head(row).tsMicros();
    minMicros = Math.min(minMicros, micros);
    maxMicros = Math.max(maxMicros, micros);
    rows.add(row);
    rowBytes += row.length;
    if (rowBytes >= partBytes) {
      cut();
    }
  }

  long minMicros() {
    return minMicros;
  }

  long maxMicros() {
    return maxMicros;
  }

  /** All rows as parts; to be called when no more rows come. */
  List<PartFile> finish() {
    if (!rows.isEmpty()) {
      cut();
    }
    return List.copyOf(parts);
  }

  private void cut() {
    parts.add(PartEncoder.encode(rows, meta));
    rows.clear();
    rowBytes = 0;
  }
}
