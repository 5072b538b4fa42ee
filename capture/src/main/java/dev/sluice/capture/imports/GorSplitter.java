package dev.sluice.capture.imports;

import dev.sluice.capture.internal.BadCapture;
import dev.sluice.model.QuarantineReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a GoReplay file at its separator lines. A record above the limit is skipped, not held. */
final class GorSplitter {
  private static final byte[] SEPARATOR =
      "\n\ud83d\udc35\ud83d\ude48\ud83d\ude49\n".getBytes(StandardCharsets.UTF_8);

  private final ByteReader in;
  private final int limit;

  GorSplitter(InputStream in, int limit) {
    this.in = new ByteReader(in);
    this.limit = limit;
  }

  /** The next record without its separator, or null at the end. */
  byte @Nullable [] next() throws IOException, BadCapture {
    ByteArrayOutputStream record = new ByteArrayOutputStream(1024);
    int matched = 0;
    boolean tooLarge = false;
    for (int c = in.read(); c >= 0; c = in.read()) {
      // The separator begins with the only line feed in it, so a failed match restarts at one.
      matched = next(matched, c);
      tooLarge |= record.size() >= limit;
      if (!tooLarge) {
        record.write(c);
      }
      if (matched == SEPARATOR.length) {
        return finish(record, tooLarge, SEPARATOR.length);
      }
    }
    int tail = matched == SEPARATOR.length - 1 ? matched : 0; // the last line feed may be missing
    return record.toString(StandardCharsets.UTF_8).isBlank()
        ? null
        : finish(record, tooLarge, tail);
  }

  private static int next(int matched, int c) {
    if (matched < SEPARATOR.length && c == (SEPARATOR[matched] & 0xff)) {
      return matched + 1;
    }
    return c == '\n' ? 1 : 0;
  }

  private static byte[] finish(ByteArrayOutputStream record, boolean tooLarge, int separator)
      throws BadCapture {
    if (tooLarge) {
      throw new BadCapture(QuarantineReason.TOO_LARGE);
    }
    return Arrays.copyOf(record.toByteArray(), record.size() - separator);
  }

  void close() throws IOException {
    in.close();
  }
}
