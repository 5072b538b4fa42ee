package dev.sluice.catalog.client;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Turns pages into one lazy sequence; the next page is asked for when the last is used up. */
final class Pages<T> implements Iterator<T> {
  record Page<T>(List<T> items, Optional<String> nextCursor) {}

  private final Function<Optional<String>, Page<T>> fetch;
  private Iterator<T> items = List.<T>of().iterator();
  private Optional<String> cursor = Optional.empty();
  private boolean last;

  private Pages(Function<Optional<String>, Page<T>> fetch) {
    this.fetch = fetch;
  }

  static <T> Stream<T> stream(Function<Optional<String>, Page<T>> fetch) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new Pages<>(fetch), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    while (!items.hasNext() && !last) {
      Page<T> page = fetch.apply(cursor);
      items = page.items().iterator();
      cursor = page.nextCursor();
      last = cursor.isEmpty();
    }
    return items.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return items.next();
  }
}
