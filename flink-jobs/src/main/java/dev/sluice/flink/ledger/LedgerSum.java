package dev.sluice.flink.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds entries up in order of checkpoints, and checks that ranges join. Not thread-safe. */
final class LedgerSum {
  private final TreeMap<String, Outcomes> partitions = new TreeMap<>();
  private final TreeMap<String, Outcomes> services = new TreeMap<>();
  private final TreeMap<String, Long> next = new TreeMap<>();
  private final TreeSet<String> snapshots = new TreeSet<>();
  private final List<String> holes = new ArrayList<>();
  private long skipped;

  void add(LedgerEntry entry) {
    entry.ranges().forEach(this::add);
    entry.services().forEach((name, o) -> services.merge(name, o, Outcomes::plus));
    snapshots.addAll(entry.snapshots());
  }

  private void add(LedgerRange range) {
    String name = range.partitionName();
    long expected = next.getOrDefault(name, range.from());
    if (range.from() > expected) {
      holes.add(name + ": offsets " + expected + " to " + (range.from() - 1) + " are in no range");
    } else if (range.from() < expected) {
      holes.add(
          name + ": offsets " + range.from() + " to " + (expected - 1) + " are in two ranges");
    }
    if (range.outcomes().captured() + range.skipped() != range.to() - range.from()) {
      holes.add(name + ": outcomes do not add up from offset " + range.from());
    }
    next.put(name, Math.max(expected, range.to()));
    skipped += range.skipped();
    partitions.merge(name, range.outcomes(), Outcomes::plus);
  }

  LedgerSummary summary() {
    Outcomes read = partitions.values().stream().reduce(Outcomes.NONE, Outcomes::plus);
    long late = services.values().stream().mapToLong(Outcomes::late).sum();
    Outcomes total =
        new Outcomes(read.rows(), read.quarantined(), read.filtered(), read.sampled(), late);
    return new LedgerSummary(total, partitions, services, List.copyOf(snapshots), skipped, holes);
  }
}
