package dev.sluice.flink.ledger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a number of records.
 *
 * @param rows passed on; those of closed windows are also in {@code late}
 * @param quarantined by reason code
 * @param filtered left out by drop rules
 * @param sampled left out by sampling
 * @param late rows that came after their window had closed: committed, in no snapshot
 */
public record Outcomes(
    long rows, SortedMap<String, Long> quarantined, long filtered, long sampled, long late) {
  public static final Outcomes NONE = new Outcomes(0, new TreeMap<>(), 0, 0, 0);

  public Outcomes {
    quarantined = Collections.unmodifiableSortedMap(new TreeMap<>(quarantined));
  }

  /** All records together. */
  public long captured() {
    return rows + quarantinedTotal() + filtered + sampled;
  }

  public long quarantinedTotal() {
    return quarantined.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows that are in a snapshot, or will be. */
  public long inSnapshots() {
    return rows - late;
  }

  public Outcomes plus(Outcomes other) {
    TreeMap<String, Long> sum = new TreeMap<>(quarantined);
    other.quarantined.forEach((reason, n) -> sum.merge(reason, n, Long::sum));
    return new Outcomes(
        rows + other.rows,
        sum,
        filtered + other.filtered,
        sampled + other.sampled,
        late + other.late);
  }
}
