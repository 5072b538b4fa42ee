package dev.sluice.flink.sanitize;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counters of outcomes: {@code rows}, {@code filtered}, {@code sampled}, and {@code quarantined} by
 * reason. A view of the ledger; they start anew with each attempt.
 */
final class OutcomeMetrics {
  private final MetricGroup group;
  private final Map<String, Counter> counters = new HashMap<>();

  OutcomeMetrics(MetricGroup group) {
    this.group = group;
  }

  void count(Outcome.OfRecord outcome) {
    counter(outcome).inc();
  }

  private Counter counter(Outcome.OfRecord outcome) {
    if (outcome instanceof Outcome.Quarantined q) {
      String reason = q.reason().code();
      return counters.computeIfAbsent(
          "quarantined." + reason, k -> group.addGroup("reason", reason).counter("quarantined"));
    }
    String name =
        outcome instanceof Outcome.Row
            ? "rows"
            : outcome instanceof Outcome.Filtered ? "filtered" : "sampled";
    return counters.computeIfAbsent(name, group::counter);
  }
}
