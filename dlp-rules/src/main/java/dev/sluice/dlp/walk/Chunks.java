package dev.sluice.dlp.walk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A body still in its chunks (RFC 9112, section 7.1), as some tools store it. Only a body that is
 * chunks from its first to its last byte counts as such.
 *
 * @param content without the framing
 * @param sizes of the chunks, in bytes
 */
record Chunks(byte[] content, List<Integer> sizes) {
  private static final int MOST_DIGITS = 7;

  Chunks {
    sizes = List.copyOf(sizes);
  }

  static Optional<Chunks> parse(byte[] bytes) {
    if (bytes.length < 10 || bytes[bytes.length - 1] != '\n') {
      return Optional.empty();
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream(bytes.length);
    List<Integer> sizes = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int size = 0;
      int digits = 0;
      for (int hex;
          at < bytes.length && (hex = Percent.hex((char) (bytes[at] & 0xff))) >= 0;
          at++) {
        size = size << 4 | hex;
        if (++digits > MOST_DIGITS) {
          return Optional.empty();
        }
      }
      at = lineBreak(bytes, at);
      if (digits == 0 || at < 0 || size > bytes.length - at) {
        return Optional.empty();
      }
      if (size == 0) {
        boolean last = lineBreak(bytes, at) == bytes.length && !sizes.isEmpty();
        return last ? Optional.of(new Chunks(content.toByteArray(), sizes)) : Optional.empty();
      }
      content.write(bytes, at, size);
      sizes.add(size);
      at = lineBreak(bytes, at + size);
      if (at < 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Other content in chunks of the same sizes, but for the last. */
  byte[] encode(byte[] after) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(after.length + 64);
    int at = 0;
    for (int i = 0; i < sizes.size(); i++) {
      boolean last = i == sizes.size() - 1;
      int size = last ? after.length - at : Math.min(sizes.get(i), after.length - at);
      if (size > 0) {
        out.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(after, at, size);
        out.writeBytes(new byte[] {'\r', '\n'});
        at += size;
      }
    }
    out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static int lineBreak(byte[] bytes, int at) {
    boolean is = at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
    return is ? at + 2 : -1;
  }
}
