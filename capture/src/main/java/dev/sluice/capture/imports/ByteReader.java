package dev.sluice.capture.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Bytes one at a time out of a buffer, without the locks of {@code BufferedInputStream}. */
final class ByteReader implements Closeable {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;

  ByteReader(InputStream in) {
    this.in = in;
  }

  /** The next byte, or -1 at the end. */
  int read() throws IOException {
    return fill() ? buffer[position++] & 0xff : -1;
  }

  /** The next byte without taking it, or -1 at the end. */
  int peek() throws IOException {
    return fill() ? buffer[position] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, in.read(buffer));
    }
    return position < end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
