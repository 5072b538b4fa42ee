package dev.sluice.capture.imports;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.canonical.CanonicalReader;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.RawJson;
import dev.sluice.capture.internal.Utf8;
import dev.sluice.model.QuarantineReason;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The entries of a HAR 1.2 file, one at a time. */
final class HarEntries implements Entries {
  private final HarSplitter splitter;
  private final HarEntry mapping;

  HarEntries(InputStream in, ImportDefaults defaults) {
    this.splitter = new HarSplitter(in, CanonicalReader.DEFAULT_LIMIT);
    this.mapping = new HarEntry(defaults);
  }

  @Override
  public @Nullable Decoded next() throws IOException, BadCapture {
    byte[] entry = splitter.next();
    if (entry == null) {
      return null;
    }
    if (!Utf8.isValid(entry)) {
      throw new BadCapture(QuarantineReason.INVALID_UTF8);
    }
    try {
      return new Decoded.Ok(mapping.capture(RawJson.readTree(entry)));
    } catch (IOException e) {
      return RawJson.failed(e); // this entry's JSON, not the file
    }
  }

  @Override
  public void close() throws IOException {
    splitter.close();
  }
}
