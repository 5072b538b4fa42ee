package dev.sluice.flink.policy;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a shadow would have done otherwise, so far. Holds no value.
 *
 * @param number of its entry on the timeline
 * @param exchanges looked at under both
 * @param differing those with another finding
 * @param unreadable those that one of the two could not read
 * @param rules by rule id
 */
public record ShadowCounts(
    long number, long exchanges, long differing, long unreadable, SortedMap<String, Change> rules) {

  /**
   * Findings of one rule.
   *
   * @param added only the shadow has them
   * @param removed the shadow lacks them
   */
  public record Change(long added, long removed) {
    static final Change NONE = new Change(0, 0);

    Change plus(Change other) {
      return new Change(added + other.added, removed + other.removed);
    }
  }

  public ShadowCounts {
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
  }

  static ShadowCounts none(long number) {
    return new ShadowCounts(number, 0, 0, 0, new TreeMap<>());
  }

  /** Both together. */
  public ShadowCounts plus(ShadowCounts other) {
    TreeMap<String, Change> sum = new TreeMap<>(rules);
    other.rules.forEach((rule, change) -> sum.merge(rule, change, Change::plus));
    return new ShadowCounts(
        number,
        exchanges + other.exchanges,
        differing + other.differing,
        unreadable + other.unreadable,
        sum);
  }
}
