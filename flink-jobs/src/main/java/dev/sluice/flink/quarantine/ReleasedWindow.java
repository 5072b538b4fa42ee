package dev.sluice.flink.quarantine;

import dev.sluice.flink.ledger.RetryNote;
import dev.sluice.flink.sanitize.Outcome;
import dev.sluice.flink.sanitize.WindowKey;
import dev.sluice.model.LineageRange;
import dev.sluice.model.PolicyTerms;
import dev.sluice.model.RecordPointer;
import dev.sluice.snapshot.part.PartEncoder;
import dev.sluice.snapshot.part.PartFile;
import dev.sluice.snapshot.part.PartMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Records of one window that passed now, or were left out by policy. Not thread-safe. */
final class ReleasedWindow {
  private final WindowKey key;
  private final TreeMap<RecordPointer, Item> items = new TreeMap<>(Pointers.ORDER);

  private record Item(Pointer pointer, Outcome.OfRecord outcome) {}

  ReleasedWindow(WindowKey key) {
    this.key = key;
  }

  WindowKey key() {
    return key;
  }

  void add(Pointer pointer, Outcome.OfRecord outcome) {
    items.put(pointer.at(), new Item(pointer, outcome));
  }

  /** Without those that someone else released meanwhile. */
  void remove(Set<RecordPointer> others) {
    items.keySet().removeAll(others);
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** The part of the rows, if there are rows. */
  Optional<PartFile> part() {
    List<byte[]> rows = new ArrayList<>();
    TreeSet<String> authorities = new TreeSet<>();
    TreeSet<PolicyTerms> terms = new TreeSet<>();
    for (Item item : items.values()) {
      if (item.outcome() instanceof Outcome.Row row) {
        rows.add(row.row());
        terms.add(row.terms());
        if (!row.authorityHash().isEmpty()) {
          authorities.add(row.authorityHash());
        }
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PartEncoder.encode(
                rows,
                new PartMeta(
                    lineage(), List.copyOf(authorities), List.copyOf(terms), Optional.empty())));
  }

  private List<LineageRange> lineage() {
    Map<String, LineageRange> ranges = new TreeMap<>();
    for (Item item : items.values()) {
      if (item.outcome() instanceof Outcome.Row row) {
        RecordPointer at = row.at();
        ranges.merge(
            at.topic() + "/" + at.partition(),
            new LineageRange(at.topic(), at.partition(), at.offset(), at.offset(), 1),
            ReleasedWindow::span);
      }
    }
    return List.copyOf(ranges.values());
  }

  private static LineageRange span(LineageRange a, LineageRange b) {
    return new LineageRange(
        a.topic(),
        a.partition(),
        Math.min(a.fromOffset(), b.fromOffset()),
        Math.max(a.toOffset(), b.toOffset()),
        a.rows() + b.rows());
  }

  List<RecordPointer> pointers() {
    return List.copyOf(items.keySet());
  }

  List<RetryNote.Released> records() {
    return items.values().stream()
        .map(
            item ->
                new RetryNote.Released(
                    item.pointer().at(), item.pointer().reason().code(), outcome(item.outcome())))
        .toList();
  }

  private static RetryNote.Outcome outcome(Outcome.OfRecord outcome) {
    if (outcome instanceof Outcome.Row) {
      return RetryNote.Outcome.ROW;
    }
    return outcome instanceof Outcome.Filtered
        ? RetryNote.Outcome.FILTERED
        : RetryNote.Outcome.SAMPLED;
  }

  /** How many the window had counted, by reason: those whose service was known then. */
  SortedMap<String, Long> counted() {
    TreeMap<String, Long> counts = new TreeMap<>();
    for (Item item : items.values()) {
      if (item.pointer().service().equals(key.serviceName())) {
        counts.merge(item.pointer().reason().code(), 1L, Long::sum);
      }
    }
    return counts;
  }

  long bytes() {
    return items.values().stream()
        .mapToLong(i -> i.outcome() instanceof Outcome.Row row ? row.row().length : 0)
        .sum();
  }
}
