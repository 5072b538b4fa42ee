package dev.sluice.snapshot.stats;

import dev.sluice.model.FindingCount;
import dev.sluice.model.SanitizedExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often what was found where, and for how many subjects. Not thread-safe. */
final class FindingStats {
  private final SortedMap<FindingKey, Long> counts = new TreeMap<>();
  private final SortedMap<FindingKey, Subjects> subjects = new TreeMap<>();

  /**
   * @param withSubjects whether it will be asked what is rare
   */
  void add(SanitizedExchange row, boolean withSubjects) {
    for (var finding : row.findings()) {
      FindingKey key = FindingKey.of(finding);
      counts.merge(key, 1L, Long::sum);
      if (withSubjects) {
        at(key).add(row);
      }
    }
  }

  void add(FindingCount count) {
    counts.merge(FindingKey.of(count), count.count(), Long::sum);
  }

  void merge(FindingStats other) {
    other.counts.forEach((key, n) -> counts.merge(key, n, Long::sum));
    other.subjects.forEach((key, some) -> at(key).addAll(some.digests()));
  }

  private Subjects at(FindingKey key) {
    return subjects.computeIfAbsent(key, k -> new Subjects());
  }

  /**
   * Sorted by rule, then location; locations of fewer subjects stand together as {@code
   * request.body:*}.
   *
   * @param rarity least different subjects of a location that is named, at most 10
   */
  List<FindingCount> counts(int rarity) {
    SortedMap<FindingKey, Long> shown = new TreeMap<>();
    counts.forEach(
        (key, n) -> shown.merge(isRare(key, rarity) ? key.unnamed() : key, n, Long::sum));
    List<FindingCount> all = new ArrayList<>();
    shown.forEach((key, n) -> all.add(key.count(n)));
    return all;
  }

  /** Parts written before subjects were counted name none, and count as rare. */
  private boolean isRare(FindingKey key, int rarity) {
    Subjects some = subjects.get(key);
    return rarity > 1 && (some == null || some.count() < rarity);
  }

  /** Digests of subjects, in the order of {@link #counts}; empty where nobody counted any. */
  List<List<String>> subjects() {
    if (subjects.isEmpty()) {
      return List.of();
    }
    return counts.keySet().stream()
        .map(key -> subjects.containsKey(key) ? subjects.get(key).digests() : List.<String>of())
        .toList();
  }

  /** Takes {@link #subjects()} again, once the counts are there. */
  void addSubjects(List<List<String>> digests) {
    int i = 0;
    for (Map.Entry<FindingKey, Long> entry : counts.entrySet()) {
      if (i < digests.size() && !digests.get(i).isEmpty()) {
        at(entry.getKey()).addAll(digests.get(i));
      }
      i++;
    }
  }
}
