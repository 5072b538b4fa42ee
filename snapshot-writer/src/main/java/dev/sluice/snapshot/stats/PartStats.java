package dev.sluice.snapshot.stats;

import dev.sluice.model.Baseline;
import dev.sluice.model.SnapshotId;

/** Statistics of a set of rows; merging two gives those of both. Not thread-safe. */
public final class PartStats {
  /** Footer key under which a part keeps them. */
  public static final String FOOTER_KEY = "sluice.stats";

  public long rows() {
    throw new UnsupportedOperationException();
  }

  public void merge(PartStats other) {
    throw new UnsupportedOperationException();
  }

  public byte[] toBytes() {
    throw new UnsupportedOperationException();
  }

  public static PartStats fromBytes(byte[] bytes) {
    throw new UnsupportedOperationException();
  }

  /** Latency, errors and throughput over the snapshot's window. */
  public Baseline baseline(SnapshotId id) {
    throw new UnsupportedOperationException();
  }
}
