package dev.sluice.snapshot.read;

import dev.sluice.model.PartInfo;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.snapshot.part.PartReader;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Merges parts by time. A part is opened only when the merge reaches its earliest row and closed
 * after its last, so memory holds the row groups of parts that overlap in time, not all of them.
 */
final class MergingCursor implements ExchangeCursor {
  private final PartSource source;
  private final ReadFilter filter;
  private final Deque<PartInfo> waiting;
  private final PriorityQueue<OpenPart> open = new PriorityQueue<>(OpenPart.ORDER);
  private final DuplicateIds ids = new DuplicateIds();
  private Optional<SanitizedExchange> next = Optional.empty();
  private boolean ahead;

  MergingCursor(List<PartInfo> parts, PartSource source, ReadFilter filter) {
    this.source = source;
    this.filter = filter;
    this.waiting =
        new ArrayDeque<>(
            parts.stream()
                .filter(part -> Pushdown.mayMatch(filter, part))
                .sorted(Comparator.comparing(PartInfo::minTs).thenComparing(PartInfo::key))
                .toList());
  }

  /** A part under the merge and its next row. */
  private record OpenPart(PartReader reader, SanitizedExchange head) {
    static final Comparator<OpenPart> ORDER =
        Comparator.<OpenPart, Instant>comparing(part -> part.head.exchange().ts())
            .thenComparing(part -> part.head.exchange().id());
  }

  @Override
  public boolean hasNext() {
    if (!ahead) {
      next = advance();
      ahead = true;
    }
    return next.isPresent();
  }

  @Override
  public SanitizedExchange next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ahead = false;
    return next.orElseThrow();
  }

  @Override
  public long duplicates() {
    return ids.duplicates();
  }

  @Override
  public List<Problem> conflicts() {
    return ids.conflicts();
  }

  @Override
  public void close() {
    open.forEach(part -> part.reader().close());
    open.clear();
    waiting.clear();
  }

  private Optional<SanitizedExchange> advance() {
    for (Optional<SanitizedExchange> row = merge(); row.isPresent(); row = merge()) {
      if (ids.isNew(row.get())) {
        return row;
      }
    }
    return Optional.empty();
  }

  private Optional<SanitizedExchange> merge() {
    openDue();
    OpenPart first = open.poll();
    if (first == null) {
      return Optional.empty();
    }
    push(first.reader());
    return Optional.of(first.head());
  }

  private void openDue() {
    while (!waiting.isEmpty() && isDue(waiting.getFirst())) {
      PartInfo part = waiting.removeFirst();
      push(
          PartReader.open(
              part.key(), source.ranges(part), part.sizeBytes(), Pushdown.predicate(filter)));
    }
  }

  private boolean isDue(PartInfo part) {
    OpenPart first = open.peek();
    return first == null || !part.minTs().isAfter(first.head().exchange().ts());
  }

  private void push(PartReader reader) {
    reader.next().ifPresentOrElse(row -> open.add(new OpenPart(reader, row)), reader::close);
  }
}
