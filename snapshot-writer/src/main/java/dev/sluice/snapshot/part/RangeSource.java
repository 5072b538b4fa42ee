package dev.sluice.snapshot.part;

import java.util.Arrays;

/** Bytes of one object by range. */
public interface RangeSource {
  /** {@code length} bytes from {@code offset}, all within the object. */
  byte[] read(long offset, int length);

  /** A source over bytes in memory. */
  static RangeSource of(byte[] bytes) {
    return (offset, length) -> Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
  }
}
