package dev.sluice.capture.imports;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.Decoder;
import dev.sluice.capture.canonical.CanonicalReader;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.model.QuarantineReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** One entry per line; blank lines are none. A line above the limit is skipped, not held. */
final class LineEntries implements Entries {
  private final ByteReader in;
  private final Decoder decoder;
  private final int limit;

  LineEntries(InputStream in, Decoder decoder, int limit) {
    this.in = new ByteReader(in);
    this.decoder = decoder;
    this.limit = limit;
  }

  static LineEntries of(InputStream in, Decoder decoder) {
    return new LineEntries(in, decoder, CanonicalReader.DEFAULT_LIMIT);
  }

  static LineEntries canonical(InputStream in) {
    return of(in, CanonicalReader::decode);
  }

  @Override
  public @Nullable Decoded next() throws IOException, BadCapture {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean blank = true;
    boolean tooLarge = false;
    for (int c = in.read(); ; c = in.read()) {
      if (c < 0 && blank) {
        return null;
      }
      if (c < 0 || (c == '\n' && !blank)) {
        break;
      }
      boolean space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (blank && space) {
        continue;
      }
      blank = false;
      tooLarge |= line.size() >= limit;
      if (!tooLarge) {
        line.write(c);
      }
    }
    if (tooLarge) {
      throw new BadCapture(QuarantineReason.TOO_LARGE);
    }
    return decoder.decode(line.toByteArray());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
