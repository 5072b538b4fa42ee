package dev.sluice.snapshot.row;

import dev.sluice.model.SanitizedExchange;

/** The binary form of a sanitized exchange. */
public final class RowCodec {
  private RowCodec() {}

  /** Equal exchanges give equal bytes. */
  public static byte[] encode(SanitizedExchange exchange) {
    throw new UnsupportedOperationException();
  }

  /** Reads {@link #encode}. */
  public static SanitizedExchange decode(byte[] row) {
    throw new UnsupportedOperationException();
  }

  /** Reads only what rows are sorted and windowed by. */
  public static RowHead head(byte[] row) {
    throw new UnsupportedOperationException();
  }

  /** The form a content digest is taken of: as encoded, but with compressed bodies decoded. */
  public static byte[] digestRow(SanitizedExchange exchange) {
    throw new UnsupportedOperationException();
  }
}
