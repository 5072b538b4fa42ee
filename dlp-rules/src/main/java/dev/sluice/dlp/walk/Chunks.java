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
 * @param bare whether there is nothing but chunks: no extensions, no trailers
 */
record Chunks(byte[] content, List<Integer> sizes, boolean bare) {
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
    boolean bare = true;
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
      int line = extended(bytes, at);
      bare &= line == at;
      at = lineBreak(bytes, line);
      if (digits == 0 || at < 0 || size > bytes.length - at) {
        return Optional.empty();
      }
      if (size == 0) {
        return !sizes.isEmpty() && endsAfterTrailers(bytes, at)
            ? Optional.of(new Chunks(content.toByteArray(), sizes, at + 2 == bytes.length && bare))
            : Optional.empty();
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

  /** Index behind a chunk's extensions: the line break that ends its head. */
  private static int extended(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t')) {
      end++;
    }
    if (end < bytes.length && bytes[end] == ';') {
      while (end < bytes.length && bytes[end] != '\r' && bytes[end] != '\n') {
        end++;
      }
    }
    return end;
  }

  /** Whether nothing but trailer fields stands between the last chunk and the end. */
  private static boolean endsAfterTrailers(byte[] bytes, int from) {
    int at = from;
    while (lineBreak(bytes, at) < 0) {
      boolean named = false;
      while (at < bytes.length && bytes[at] != '\r' && bytes[at] != '\n') {
        named |= bytes[at++] == ':';
      }
      at = lineBreak(bytes, at);
      if (at < 0 || !named) {
        return false;
      }
    }
    return at + 2 == bytes.length;
  }

  private static int lineBreak(byte[] bytes, int at) {
    boolean is = at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
    return is ? at + 2 : -1;
  }
}
