package dev.sluice.capture.imports;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.internal.BadCapture;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The entries of one file, in order. */
interface Entries extends Closeable {
  /**
   * The next entry, or null at the end.
   *
   * @throws BadCapture if this entry is bad; the next call goes on behind it
   * @throws IOException if the file cannot be read any further
   */
  @Nullable Decoded next() throws IOException, BadCapture;
}
