package dev.sluice.capture.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** File contents, through gzip (RFC 1952) or zlib (RFC 1950) where the first bytes say so. */
final class Streams {
  private Streams() {}

  @SuppressWarnings("MustBeClosedChecker") // the caller closes what it gets
  static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      in.mark(2);
      int first = in.read();
      int second = in.read();
      in.reset();
      if (first == 0x1f && second == 0x8b) {
        return new GZIPInputStream(in, 1 << 16);
      }
      boolean zlib = first == 0x78 && ((first << 8) | second) % 31 == 0;
      return zlib ? new InflaterInputStream(in) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
