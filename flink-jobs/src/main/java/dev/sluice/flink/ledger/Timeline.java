package dev.sluice.flink.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which entries of one start are of effect. A restore leaves behind what was committed after its
 * checkpoint: those records have been read again since. What is of effect is the newest restore's
 * own entries, those of its parent up to the checkpoint restored, and so on to the first.
 */
public final class Timeline {
  private static final String NONE = "";

  private Timeline() {}

  /** The entries of effect, in order of checkpoints; all are of one start of a run. */
  public static List<LedgerEntry> current(Collection<LedgerEntry> entries) {
    Map<String, Long> upTo = reach(entries);
    return entries.stream()
        .filter(e -> e.checkpoint() <= upTo.getOrDefault(name(e), Long.MIN_VALUE))
        .sorted(Comparator.comparingLong(LedgerEntry::checkpoint))
        .toList();
  }

  /** To which checkpoint each history is of effect; absent if nothing of it is. */
  private static Map<String, Long> reach(Collection<LedgerEntry> entries) {
    Map<String, Restore> restores = new HashMap<>();
    entries.stream()
        .map(LedgerEntry::restore)
        .flatMap(Optional::stream)
        .forEach(restore -> restores.put(restore.name(), restore));
    Map<String, Long> upTo = new HashMap<>();
    String name = restores.keySet().stream().max(Comparator.naturalOrder()).orElse(NONE);
    long last = Long.MAX_VALUE;
    while (upTo.putIfAbsent(name, last) == null) {
      Restore restore = restores.get(name);
      if (restore != null) {
        name = restore.parent();
        last = Math.min(last, restore.checkpoint());
      }
    }
    return upTo;
  }

  private static String name(LedgerEntry entry) {
    return entry.restore().map(Restore::name).orElse(NONE);
  }
}
