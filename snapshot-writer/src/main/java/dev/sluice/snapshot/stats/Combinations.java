package dev.sluice.snapshot.stats;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.Uniqueness;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who has which combination of values: keeps the combinations of the least digests, so that merging
 * two gives those of both, and what is kept is a sample of all. Not thread-safe.
 */
final class Combinations {
  /** Combinations that are kept; up to here the share is exact. */
  static final int MOST = 256;

  private final TreeMap<String, Subjects> least = new TreeMap<>();

  void add(String combination, SanitizedExchange row) {
    at(ContentDigest.of(combination.getBytes(StandardCharsets.UTF_8))).add(row);
    cut();
  }

  void merge(Combinations other) {
    other.least.forEach((digest, subjects) -> at(digest).addAll(subjects.digests()));
    cut();
  }

  private Subjects at(String digest) {
    return least.computeIfAbsent(digest, d -> new Subjects());
  }

  private void cut() {
    while (least.size() > MOST) {
      least.pollLastEntry();
    }
  }

  Uniqueness uniqueness(String set) {
    long subjects = least.values().stream().mapToLong(Subjects::count).sum();
    long unique = least.values().stream().filter(s -> s.count() == 1).count();
    return new Uniqueness(set, subjects, unique);
  }

  /** Digests of subjects, by digest of their combination. */
  SortedMap<String, List<String>> form() {
    SortedMap<String, List<String>> form = new TreeMap<>();
    least.forEach((digest, subjects) -> form.put(digest, subjects.digests()));
    return form;
  }

  static Combinations of(SortedMap<String, List<String>> form) {
    Combinations combinations = new Combinations();
    form.forEach((digest, subjects) -> combinations.at(digest).addAll(subjects));
    return combinations;
  }
}
