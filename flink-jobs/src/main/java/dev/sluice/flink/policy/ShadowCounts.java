package dev.sluice.flink.policy;

import dev.sluice.model.Finding;
import dev.sluice.model.Verdict;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a shadow would have done otherwise, so far. Holds no value. Immutable.
 *
 * @param number of its entry on the timeline
 * @param exchanges looked at under both
 * @param differing those with another verdict or other findings
 * @param failed those the candidate could not judge at all
 * @param verdicts other verdicts, as {@code pass to residual-finding}
 * @param rules other findings, by rule id
 */
public record ShadowCounts(
    long number,
    long exchanges,
    long differing,
    long failed,
    SortedMap<String, Long> verdicts,
    SortedMap<String, Change> rules) {

  /**
   * Findings of one rule.
   *
   * @param added only the candidate has them
   * @param removed the candidate lacks them
   * @param altered both have them, under another transform
   */
  public record Change(long added, long removed, long altered) {
    Change plus(Change other) {
      return new Change(added + other.added, removed + other.removed, altered + other.altered);
    }
  }

  public ShadowCounts {
    verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
  }

  static ShadowCounts none(long number) {
    return new ShadowCounts(number, 0, 0, 0, new TreeMap<>(), new TreeMap<>());
  }

  static ShadowCounts failed(long number) {
    return new ShadowCounts(number, 1, 0, 1, new TreeMap<>(), new TreeMap<>());
  }

  /** One exchange. */
  static ShadowCounts compare(long number, Verdict now, Verdict then) {
    TreeMap<String, Long> verdicts = new TreeMap<>();
    if (!name(now).equals(name(then))) {
      verdicts.put(name(now) + " to " + name(then), 1L);
    }
    TreeMap<String, Change> rules = new TreeMap<>();
    if (now instanceof Verdict.Pass before && then instanceof Verdict.Pass after) {
      rules.putAll(changes(before.exchange().findings(), after.exchange().findings()));
    }
    boolean same = verdicts.isEmpty() && rules.isEmpty();
    return new ShadowCounts(number, 1, same ? 0 : 1, 0, verdicts, rules);
  }

  private static String name(Verdict verdict) {
    if (verdict instanceof Verdict.Quarantine q) {
      return q.reason().code();
    }
    if (verdict instanceof Verdict.Pass) {
      return "pass";
    }
    return verdict instanceof Verdict.Filtered ? "filtered" : "sampled-out";
  }

  private static SortedMap<String, Change> changes(List<Finding> now, List<Finding> then) {
    // By rule and place, then by transform: how many more the candidate has.
    Map<Place, Map<String, Integer>> surplus = new HashMap<>();
    then.forEach(f -> of(surplus, f).merge(f.transform(), 1, Integer::sum));
    now.forEach(f -> of(surplus, f).merge(f.transform(), -1, Integer::sum));
    TreeMap<String, Change> changes = new TreeMap<>();
    surplus.forEach(
        (place, byTransform) ->
            change(byTransform).ifPresent(c -> changes.merge(place.rule(), c, Change::plus)));
    return changes;
  }

  private static Map<String, Integer> of(Map<Place, Map<String, Integer>> surplus, Finding f) {
    return surplus.computeIfAbsent(new Place(f.ruleId(), f.location()), p -> new TreeMap<>());
  }

  private static Optional<Change> change(Map<String, Integer> byTransform) {
    long more = byTransform.values().stream().mapToLong(n -> Math.max(n, 0)).sum();
    long fewer = byTransform.values().stream().mapToLong(n -> Math.max(-n, 0)).sum();
    long altered = Math.min(more, fewer);
    return more + fewer == 0
        ? Optional.empty()
        : Optional.of(new Change(more - altered, fewer - altered, altered));
  }

  private record Place(String rule, String location) {}

  /** Both together. */
  public ShadowCounts plus(ShadowCounts other) {
    TreeMap<String, Long> allVerdicts = new TreeMap<>(verdicts);
    other.verdicts.forEach((name, count) -> allVerdicts.merge(name, count, Long::sum));
    TreeMap<String, Change> allRules = new TreeMap<>(rules);
    other.rules.forEach((rule, change) -> allRules.merge(rule, change, Change::plus));
    return new ShadowCounts(
        number,
        exchanges + other.exchanges,
        differing + other.differing,
        failed + other.failed,
        allVerdicts,
        allRules);
  }
}
