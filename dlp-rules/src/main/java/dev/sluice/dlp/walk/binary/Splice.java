package dev.sluice.dlp.walk.binary;

import java.io.ByteArrayOutputStream;

/** A copy of bytes in which ranges are replaced, in order; the rest is copied verbatim. */
final class Splice {
  private final byte[] source;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(0);
  private int copied;

  Splice(byte[] source) {
    this.source = source;
  }

  /** Puts {@code parts} in place of {@code [start, end)}. */
  void replace(int start, int end, byte[]... parts) {
    out.write(source, copied, start - copied);
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    copied = end;
  }

  /** The source itself if nothing was replaced. */
  byte[] result() {
    if (copied == 0 && out.size() == 0) {
      return source;
    }
    out.write(source, copied, source.length - copied);
    return out.toByteArray();
  }
}
