package dev.sluice.snapshot.read;

import dev.sluice.model.SanitizedExchange;
import java.util.Iterator;
import java.util.List;

/**
 * Exchanges merged by time. Identical copies of an id come once. Not thread-safe.
 *
 * <p>{@link #duplicates()} and {@link #conflicts()} are complete when the iteration is.
 */
public interface ExchangeCursor extends Iterator<SanitizedExchange>, AutoCloseable {
  /** Copies left out so far. */
  long duplicates();

  /** Ids seen so far with more than one content; each content was returned. */
  List<Problem> conflicts();

  @Override
  void close();
}
