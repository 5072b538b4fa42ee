package dev.sluice.capture.imports;

import dev.sluice.capture.internal.BadCapture;
import dev.sluice.model.Header;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A body in chunked transfer coding, joined (RFC 9112, section 7.1).
 *
 * @param complete whether the last chunk was there
 */
record Chunks(byte[] body, List<Header> trailers, boolean complete) {
  static Chunks read(byte[] raw) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(raw.length);
    int at = 0;
    while (true) {
      int lineEnd = indexOf(raw, at);
      int size = lineEnd < 0 ? -1 : size(line(raw, at, lineEnd));
      if (size < 0) {
        return new Chunks(body.toByteArray(), List.of(), false);
      }
      at = lineEnd + 1;
      if (size == 0) {
        return new Chunks(body.toByteArray(), trailers(raw, at), true);
      }
      int available = Math.min(size, raw.length - at);
      body.write(raw, at, available);
      if (available < size) {
        return new Chunks(body.toByteArray(), List.of(), false);
      }
      at += size;
      at = Math.max(at, indexOf(raw, at) + 1); // the line end behind the chunk
    }
  }

  private static List<Header> trailers(byte[] raw, int from) {
    List<Header> trailers = new ArrayList<>();
    int at = from;
    for (int end = indexOf(raw, at); end >= 0; end = indexOf(raw, at)) {
      String line = line(raw, at, end);
      if (line.isEmpty()) {
        break;
      }
      try {
        trailers.add(HttpMessage.header(line));
      } catch (BadCapture e) {
        break; // what follows is not part of this message
      }
      at = end + 1;
    }
    return trailers;
  }

  private static int size(String line) {
    int extension = line.indexOf(';');
    String hex = (extension < 0 ? line : line.substring(0, extension)).strip();
    return hex.matches("[0-9a-fA-F]{1,7}") ? Integer.parseInt(hex, 16) : -1;
  }

  private static String line(byte[] raw, int from, int end) {
    return new String(raw, from, end - from, StandardCharsets.ISO_8859_1).strip();
  }

  private static int indexOf(byte[] raw, int from) {
    for (int i = from; i < raw.length; i++) {
      if (raw[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return "[chunks, " + body.length + " bytes]";
  }
}
