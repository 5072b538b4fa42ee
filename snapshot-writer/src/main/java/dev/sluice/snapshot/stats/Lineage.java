package dev.sluice.snapshot.stats;

import dev.sluice.model.LineageRange;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The smallest range per partition that covers all ranges added. Not thread-safe. */
final class Lineage {
  private final SortedMap<String, SortedMap<Integer, LineageRange>> byTopic = new TreeMap<>();

  void add(LineageRange range) {
    byTopic
        .computeIfAbsent(range.topic(), topic -> new TreeMap<>())
        .merge(range.partition(), range, Lineage::union);
  }

  List<LineageRange> ranges() {
    return byTopic.values().stream().flatMap(ranges -> ranges.values().stream()).toList();
  }

  private static LineageRange union(LineageRange a, LineageRange b) {
    return new LineageRange(
        a.topic(),
        a.partition(),
        Math.min(a.fromOffset(), b.fromOffset()),
        Math.max(a.toOffset(), b.toOffset()),
        a.rows() + b.rows());
  }
}
