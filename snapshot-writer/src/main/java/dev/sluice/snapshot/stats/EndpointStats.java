package dev.sluice.snapshot.stats;

import dev.sluice.model.EndpointBaseline;
import dev.sluice.model.Exchange;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts and latencies of one endpoint. Not thread-safe. */
final class EndpointStats {
  /** A request that got no response counts as this. */
  private static final int NO_RESPONSE = 599;

  private final LatencySketch latency;
  private final Subjects subjects = new Subjects();
  private long count;
  private long errors;
  private long clientErrors;

  EndpointStats() {
    this(new LatencySketch());
  }

  private EndpointStats(LatencySketch latency) {
    this.latency = latency;
  }

  /** The form in the footer. */
  @SuppressWarnings("ArrayRecordComponent")
  record Form(
      long count,
      long errors,
      long clientErrors,
      long maxMicros,
      byte[] latency,
      @Nullable List<String> subjects) {}

  void add(SanitizedExchange row) {
    Exchange exchange = row.exchange();
    subjects.add(row);
    count++;
    int status = exchange.response().map(Response::status).orElse(NO_RESPONSE);
    if (status >= 500) {
      errors++;
    } else if (status >= 400) {
      clientErrors++;
    }
    exchange.durationMicros().ifPresent(latency::add);
  }

  void merge(EndpointStats other) {
    count += other.count;
    errors += other.errors;
    clientErrors += other.clientErrors;
    latency.merge(other.latency);
    subjects.addAll(other.subjects.digests());
  }

  EndpointBaseline baseline(EndpointKey key) {
    return new EndpointBaseline(
        key.endpoint(),
        key.direction(),
        count,
        errors,
        clientErrors,
        latency.percentile(50),
        latency.percentile(95),
        latency.percentile(99),
        latency.max());
  }

  /** Different subjects, as far as they are counted. */
  int subjects() {
    return subjects.count();
  }

  Form form() {
    return new Form(
        count, errors, clientErrors, latency.max(), latency.toBytes(), subjects.digests());
  }

  static EndpointStats of(Form form) {
    EndpointStats stats = new EndpointStats(LatencySketch.of(form.latency(), form.maxMicros()));
    // Parts written before subjects were counted name none, and count as rare.
    if (form.subjects() != null) {
      stats.subjects.addAll(form.subjects());
    }
    stats.count = form.count();
    stats.errors = form.errors();
    stats.clientErrors = form.clientErrors();
    return stats;
  }
}
