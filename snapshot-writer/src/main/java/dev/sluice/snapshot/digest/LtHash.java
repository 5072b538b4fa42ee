package dev.sluice.snapshot.digest;

/** A homomorphic digest of a multiset of rows. Not thread-safe. */
public final class LtHash {
  /** Length of {@link #state()} in bytes. */
  public static final int STATE_BYTES = 2048 + 8;

  /** Adds one row, as {@code RowCodec.digestRow} gives it. */
  public void add(byte[] canonicalRow) {
    throw new UnsupportedOperationException();
  }

  /** Adds all rows of the other. */
  public void merge(LtHash other) {
    throw new UnsupportedOperationException();
  }

  /** Rows added, with repetitions. */
  public long rows() {
    throw new UnsupportedOperationException();
  }

  /** The lanes, then the row count. */
  public byte[] state() {
    throw new UnsupportedOperationException();
  }

  public static LtHash fromState(byte[] state) {
    throw new UnsupportedOperationException();
  }

  /** {@code sha256:<hex>} of the state. */
  public String contentDigest() {
    throw new UnsupportedOperationException();
  }
}
