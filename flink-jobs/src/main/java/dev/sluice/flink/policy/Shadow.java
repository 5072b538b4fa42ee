package dev.sluice.flink.policy;

import dev.sluice.dlp.Engine;
import dev.sluice.dlp.KeyedShare;
import dev.sluice.model.Capture;
import dev.sluice.model.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A candidate that runs beside what governs, on a share of the exchanges, and only counts. Nothing
 * of what it makes is given out, and nothing it does can change a verdict. One owner thread.
 */
final class Shadow {
  private final Entry entry;
  private final Engine candidate;
  private final KeyedShare sample;
  private ShadowCounts counts;

  Shadow(Entry entry, SharedEngines.Ready ready) {
    this.entry = entry;
    this.candidate = ready.engine();
    this.sample = new KeyedShare(ready.config().keys(), "shadow");
    this.counts = ShadowCounts.none(entry.publication().number());
  }

  Entry entry() {
    return entry;
  }

  ShadowCounts counts() {
    return counts;
  }

  /** Looks at an exchange that passed under {@code active}. */
  @SuppressWarnings("CatchingUnchecked")
  void look(Capture capture, Engine active) {
    if (!sample.contains(entry.publication().share(), capture.raw().id())) {
      return;
    }
    try {
      counts = counts.plus(compare(capture, active));
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      // No message: it may hold input. The verdict stands as it is.
      counts = counts.plus(unreadable());
    }
  }

  private ShadowCounts compare(Capture capture, Engine active) {
    Optional<List<Finding>> now = active.preview(capture);
    Optional<List<Finding>> then = candidate.preview(capture);
    if (now.isEmpty() || then.isEmpty()) {
      return unreadable();
    }
    TreeMap<String, ShadowCounts.Change> rules = new TreeMap<>();
    Map<String, Integer> surplus = new HashMap<>();
    then.get().forEach(f -> surplus.merge(place(f), 1, Integer::sum));
    now.get().forEach(f -> surplus.merge(place(f), -1, Integer::sum));
    surplus.forEach(
        (place, n) -> {
          if (n != 0) {
            String rule = place.substring(0, place.indexOf(' '));
            rules.merge(
                rule,
                new ShadowCounts.Change(Math.max(0, n), Math.max(0, -n)),
                ShadowCounts.Change::plus);
          }
        });
    return new ShadowCounts(counts.number(), 1, rules.isEmpty() ? 0 : 1, 0, rules);
  }

  private ShadowCounts unreadable() {
    return new ShadowCounts(counts.number(), 1, 0, 1, new TreeMap<>());
  }

  private static String place(Finding f) {
    return f.ruleId() + " " + f.location();
  }
}
