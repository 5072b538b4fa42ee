package dev.sluice.flink.sanitize;

import dev.sluice.model.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * Counters of outcomes: {@code rows}, {@code rowBytes}, {@code filtered}, {@code sampled}, {@code
 * quarantined} by reason and {@code findings} by rule; and {@code sanitizeMicros}, how long one
 * record took. A view of the ledger; they start anew with each attempt. Labels are reasons and
 * rules only. Not thread-safe.
 */
final class OutcomeMetrics {
  /** Records that the histogram looks back at. */
  private static final int WINDOW = 2_000;

  private final MetricGroup group;
  private final Map<String, Counter> counters = new HashMap<>();
  private final Map<String, Counter> rules = new HashMap<>();
  private final Histogram micros;

  OutcomeMetrics(MetricGroup group) {
    this.group = group;
    this.micros = group.histogram("sanitizeMicros", new DescriptiveStatisticsHistogram(WINDOW));
    // From the start, so that a rate over them is never of nothing.
    List.of("rows", "rowBytes", "filtered", "sampled").forEach(this::named);
  }

  void count(Outcome.OfRecord outcome) {
    if (outcome instanceof Outcome.Row row) {
      named("rowBytes").inc(row.row().length);
    }
    counter(outcome).inc();
  }

  void findings(List<Finding> findings) {
    for (Finding finding : findings) {
      rules
          .computeIfAbsent(
              finding.ruleId(), rule -> group.addGroup("rule", rule).counter("findings"))
          .inc();
    }
  }

  /** One record took this long. */
  void took(long nanos) {
    micros.update(nanos / 1_000);
  }

  private Counter counter(Outcome.OfRecord outcome) {
    if (outcome instanceof Outcome.Quarantined q) {
      String reason = q.reason().code();
      return counters.computeIfAbsent(
          "quarantined." + reason, k -> group.addGroup("reason", reason).counter("quarantined"));
    }
    return named(
        outcome instanceof Outcome.Row
            ? "rows"
            : outcome instanceof Outcome.Filtered ? "filtered" : "sampled");
  }

  private Counter named(String name) {
    return counters.computeIfAbsent(name, group::counter);
  }
}
