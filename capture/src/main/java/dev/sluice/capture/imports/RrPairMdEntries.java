package dev.sluice.capture.imports;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.canonical.CanonicalReader;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.Utf8;
import dev.sluice.model.QuarantineReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A proxymock RRPair as Markdown: one pair per file. */
final class RrPairMdEntries implements Entries {
  private final InputStream in;
  private final RrPairMd mapping;
  private boolean done;

  RrPairMdEntries(InputStream in, ImportDefaults defaults) {
    this.in = in;
    this.mapping = new RrPairMd(defaults);
  }

  @Override
  public @Nullable Decoded next() throws IOException, BadCapture {
    if (done) {
      return null;
    }
    done = true;
    byte[] bytes = in.readNBytes(CanonicalReader.DEFAULT_LIMIT + 1);
    if (bytes.length > CanonicalReader.DEFAULT_LIMIT) {
      throw new BadCapture(QuarantineReason.TOO_LARGE);
    }
    if (!Utf8.isValid(bytes)) {
      throw new BadCapture(QuarantineReason.INVALID_UTF8);
    }
    int bom = Utf8.bomLength(bytes);
    String text = new String(bytes, bom, bytes.length - bom, StandardCharsets.UTF_8);
    return new Decoded.Ok(mapping.capture(text));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
