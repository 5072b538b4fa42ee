package dev.sluice.cli.offline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of bytes from a stream, in batches that the cores can share. A batch ends early when
 * nothing more has arrived, so that a person at a pipe is answered at once. Not thread-safe.
 */
final class LineReader {
  private static final int BATCH_LINES = 512;
  private static final int BATCH_BYTES = 4 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private int at;
  private int filled;
  private boolean ended;
  private long lines;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** One line without its line feed, and its number from 1. */
  record Line(long number, byte[] bytes) {}

  /** The next lines, empty ones left out; an empty list is the end. */
  List<Line> next() throws IOException {
    List<Line> batch = new ArrayList<>();
    int bytes = 0;
    while (batch.size() < BATCH_LINES && bytes < BATCH_BYTES && (batch.isEmpty() || hasMore())) {
      byte[] line = line();
      if (line.length == 0 && ended) {
        break;
      }
      if (!isBlank(line)) {
        batch.add(new Line(lines, line));
        bytes += line.length;
      }
    }
    return batch;
  }

  private boolean hasMore() throws IOException {
    return at < filled || (!ended && in.available() > 0);
  }

  private byte[] line() throws IOException {
    partial.reset();
    while (at < filled || fill()) {
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      partial.write(buffer, at, end - at);
      at = Math.min(end + 1, filled);
      if (end < filled) {
        lines++;
        return partial.toByteArray();
      }
    }
    lines++;
    return partial.toByteArray();
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(in.read(buffer), 0);
    ended = filled == 0;
    return !ended;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
