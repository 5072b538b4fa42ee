package dev.sluice.flink.ledger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a manifest says of records of its window that are not in it. */
public record LeftOutCounts(SortedMap<String, Long> quarantined, long filtered) {
  public static final LeftOutCounts NONE = new LeftOutCounts(new TreeMap<>(), 0);

  public LeftOutCounts {
    quarantined = Collections.unmodifiableSortedMap(new TreeMap<>(quarantined));
  }

  /** The same once the note's records are no longer held back. */
  public LeftOutCounts without(RetryNote note) {
    TreeMap<String, Long> left = new TreeMap<>(quarantined);
    note.released()
        .forEach(
            (reason, n) -> {
              long had = left.getOrDefault(reason, 0L);
              if (had > n) {
                left.put(reason, had - n);
              } else {
                left.remove(reason);
              }
            });
    return new LeftOutCounts(left, filtered + note.count(RetryNote.Outcome.FILTERED));
  }
}
