package dev.sluice.flink.ledger;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A ledger added up.
 *
 * @param total of all partitions
 * @param partitions by {@code topic/partition}; lateness is not told by partition
 * @param services by {@code env/service}; records whose service is not known are under {@code -}
 * @param snapshots ids of all revisions sealed, sorted
 * @param skipped offsets that held no record (transaction markers, compaction)
 * @param holes offsets that no range covers, or that two cover: empty when all is accounted for
 */
public record LedgerSummary(
    Outcomes total,
    SortedMap<String, Outcomes> partitions,
    SortedMap<String, Outcomes> services,
    List<String> snapshots,
    long skipped,
    List<String> holes) {
  public LedgerSummary {
    partitions = Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    snapshots = List.copyOf(snapshots);
    holes = List.copyOf(holes);
  }

  /** Whether every record read has exactly one outcome. */
  public boolean allAccounted() {
    return holes.isEmpty();
  }
}
