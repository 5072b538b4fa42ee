package dev.sluice.flink.sink;

import dev.sluice.flink.ledger.LedgerRange;
import dev.sluice.flink.ledger.Outcomes;
import dev.sluice.flink.sanitize.Outcome;
import dev.sluice.flink.sanitize.WindowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts a writer's records between two checkpoints. Not thread-safe. */
final class Tally {
  private final Map<Integer, Run> runs = new TreeMap<>();
  private final Map<Integer, Long> next = new TreeMap<>();
  private final TreeMap<String, Counts> services = new TreeMap<>();
  private final TreeMap<WindowKey, WindowTally> windows = new TreeMap<>();

  void count(Outcome.OfRecord outcome) {
    runs.computeIfAbsent(outcome.at().partition(), p -> startRun(outcome)).add(outcome);
    Optional<WindowKey> window = Outcome.windowOf(outcome);
    services
        .computeIfAbsent(window.map(WindowKey::serviceName).orElse("-"), s -> new Counts())
        .add(outcome);
    window.ifPresent(key -> countLeftOut(key, outcome));
  }

  /** Where the last range of this partition ended, or here if this writer never saw it. */
  private Run startRun(Outcome.OfRecord outcome) {
    long offset = outcome.at().offset();
    return new Run(outcome.at().topic(), next.getOrDefault(outcome.at().partition(), offset));
  }

  private void countLeftOut(WindowKey key, Outcome.OfRecord outcome) {
    if (outcome instanceof Outcome.Quarantined q) {
      TreeMap<String, Long> one = new TreeMap<>(Map.of(q.reason().code(), 1L));
      windows.merge(key, new WindowTally(one, 0), WindowTally::plus);
    } else if (outcome instanceof Outcome.Filtered) {
      windows.merge(key, new WindowTally(new TreeMap<>(), 1), WindowTally::plus);
    }
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  List<LedgerRange> ranges() {
    List<LedgerRange> ranges = new ArrayList<>();
    runs.forEach((partition, run) -> ranges.add(run.range(partition)));
    return ranges;
  }

  SortedMap<String, Outcomes> services() {
    TreeMap<String, Outcomes> outcomes = new TreeMap<>();
    services.forEach((name, counts) -> outcomes.put(name, counts.outcomes()));
    return outcomes;
  }

  SortedMap<WindowKey, WindowTally> windows() {
    return new TreeMap<>(windows);
  }

  /** Begins the next ranges where these end. */
  void reset() {
    runs.forEach((partition, run) -> next.put(partition, run.to));
    runs.clear();
    services.clear();
    windows.clear();
  }

  /** A growing range of one partition. */
  private static final class Run {
    private final String topic;
    private final long from;
    private final Counts counts = new Counts();
    private long to;

    Run(String topic, long from) {
      this.topic = topic;
      this.from = from;
      this.to = from;
    }

    void add(Outcome.OfRecord outcome) {
      counts.add(outcome);
      to = outcome.at().offset() + 1;
    }

    LedgerRange range(int partition) {
      Outcomes outcomes = counts.outcomes();
      return new LedgerRange(topic, partition, from, to, to - from - outcomes.captured(), outcomes);
    }
  }

  /** Mutable {@link Outcomes}. */
  private static final class Counts {
    private final TreeMap<String, Long> quarantined = new TreeMap<>();
    private long rows;
    private long filtered;
    private long sampled;

    void add(Outcome.OfRecord outcome) {
      if (outcome instanceof Outcome.Row) {
        rows++;
      } else if (outcome instanceof Outcome.Quarantined q) {
        quarantined.merge(q.reason().code(), 1L, Long::sum);
      } else if (outcome instanceof Outcome.Filtered) {
        filtered++;
      } else {
        sampled++;
      }
    }

    Outcomes outcomes() {
      return new Outcomes(rows, quarantined, filtered, sampled, 0);
    }
  }
}
