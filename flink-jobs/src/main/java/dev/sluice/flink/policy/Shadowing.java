package dev.sluice.flink.policy;

import dev.sluice.model.Capture;
import dev.sluice.model.Verdict;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs, for one subtask, the shadow that is in force at a record's own time, and keeps its counts.
 * One owner thread.
 */
final class Shadowing implements AutoCloseable {
  private final SharedEngines engines;
  private final ShadowReports reports;
  private final TreeMap<Long, ShadowCounts> counts = new TreeMap<>();
  private @Nullable Shadow last;

  Shadowing(SharedEngines engines, ShadowReports reports) {
    this.engines = engines;
    this.reports = reports;
  }

  /** Shows an exchange, which has its verdict, to the shadow of its time. */
  void look(InForce shadows, long ts, Capture capture, Verdict verdict) {
    if (shadows.size() == 0) {
      return;
    }
    int index = shadows.at(ts);
    if (index < 0) {
      return;
    }
    Shadow shadow = shadow(shadows.entry(index));
    if (shadow != null) {
      counts.compute(
          shadow.entry().publication().number(),
          (number, so) ->
              shadow.look(so == null ? ShadowCounts.none(number) : so, capture, verdict));
    }
  }

  /** Null where a shadow was ended, or its engine cannot be made. */
  @SuppressWarnings("ReferenceEquality")
  private @Nullable Shadow shadow(Entry entry) {
    if (entry.publication().bundle().equals(PolicyBundle.AS_STARTED)) {
      last = null;
    } else if (last == null || last.entry() != entry) {
      last = engines.of(entry).map(ready -> new Shadow(entry, ready)).orElse(null);
    }
    return last;
  }

  /** Exchanges that shadows looked at. */
  long exchanges() {
    return counts.values().stream().mapToLong(ShadowCounts::exchanges).sum();
  }

  /** Exchanges that shadows would have treated otherwise. */
  long differing() {
    return counts.values().stream().mapToLong(ShadowCounts::differing).sum();
  }

  /** Sends what is new since the last report; hardly waits. */
  void report() {
    counts.values().forEach(reports::offer);
  }

  @Override
  public void close() {
    report();
    reports.close();
  }
}
