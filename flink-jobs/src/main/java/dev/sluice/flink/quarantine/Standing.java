package dev.sluice.flink.quarantine;

import dev.sluice.flink.ledger.LedgerEntry;
import dev.sluice.flink.ledger.LedgerRange;
import dev.sluice.model.RecordPointer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the committed ledger says of pointers. A pointer alone proves nothing: it may come from an
 * attempt that was undone, after which the record passed. Where a range has no more pointers than
 * it counts quarantined records, each of its pointers is one of those.
 */
final class Standing {
  /** Whether a record may be driven through again. */
  enum Of {
    HELD,
    /** The checkpoint that counts it is not committed, or belongs to another start. */
    UNCOMMITTED,
    /** More pointers than held records: one of them is a row already, nobody knows which. */
    UNSURE
  }

  private final Map<String, TreeMap<Long, LedgerRange>> ranges = new HashMap<>();
  private final Set<LedgerRange> overlapping = new HashSet<>();
  private final Map<LedgerRange, Long> pointers = new HashMap<>();

  /**
   * @param all every pointer of the run, also those that were released
   */
  Standing(List<LedgerEntry> ledger, Collection<RecordPointer> all) {
    ledger.forEach(entry -> entry.ranges().forEach(this::add));
    for (RecordPointer at : all) {
      LedgerRange range = rangeOf(at);
      if (range != null) {
        pointers.merge(range, 1L, Long::sum);
      }
    }
  }

  private void add(LedgerRange range) {
    TreeMap<Long, LedgerRange> partition =
        ranges.computeIfAbsent(range.partitionName(), p -> new TreeMap<>());
    for (LedgerRange before : partition.headMap(range.to(), false).descendingMap().values()) {
      if (before.to() <= range.from()) {
        break;
      }
      overlapping.add(before);
      overlapping.add(range);
    }
    partition.put(range.from(), range);
  }

  private @Nullable LedgerRange rangeOf(RecordPointer at) {
    TreeMap<Long, LedgerRange> partition = ranges.get(at.topic() + "/" + at.partition());
    Map.Entry<Long, LedgerRange> range =
        partition == null ? null : partition.floorEntry(at.offset());
    return range == null || range.getValue().to() <= at.offset() ? null : range.getValue();
  }

  Of of(RecordPointer at) {
    LedgerRange range = rangeOf(at);
    if (range == null) {
      return Of.UNCOMMITTED;
    }
    boolean sure =
        !overlapping.contains(range)
            && pointers.getOrDefault(range, 0L) <= range.outcomes().quarantinedTotal();
    return sure ? Of.HELD : Of.UNSURE;
  }
}
