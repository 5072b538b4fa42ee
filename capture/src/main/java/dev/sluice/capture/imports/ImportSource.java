package dev.sluice.capture.imports;

import dev.sluice.capture.Decoded;
import java.util.Iterator;
import java.util.SortedSet;

/**
 * The exchanges of a file or directory, read as they are asked for. An entry that cannot be read is
 * a {@link Decoded.Failed} among the others; nothing is skipped silently. Not thread-safe.
 */
public interface ImportSource extends Iterator<Decoded>, AutoCloseable {
  /**
   * Format name: {@code sluice-json}, {@code har}, {@code goreplay}, {@code rrpair}, or for a
   * directory these joined by {@code +}.
   */
  String format();

  /** The fidelity notes of everything read so far; complete when {@link #hasNext} is false. */
  SortedSet<String> fidelity();

  @Override
  void close();
}
