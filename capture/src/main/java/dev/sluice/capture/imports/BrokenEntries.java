package dev.sluice.capture.imports;

import dev.sluice.capture.Decoded;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that cannot even be opened: one failed entry. */
final class BrokenEntries implements Entries {
  private final IOException why;

  BrokenEntries(IOException why) {
    this.why = why;
  }

  @Override
  public @Nullable Decoded next() throws IOException {
    throw why;
  }

  @Override
  public void close() {}
}
