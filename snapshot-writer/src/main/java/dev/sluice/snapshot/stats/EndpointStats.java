package dev.sluice.snapshot.stats;

import dev.sluice.model.EndpointBaseline;
import dev.sluice.model.Exchange;
import dev.sluice.model.Response;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.HdrHistogram.PackedHistogram;

/**
 * Counts and latencies of one endpoint. Latencies are kept to two digits (1%), the longest exactly.
 * Not thread-safe.
 */
final class EndpointStats {
  private static final int DIGITS = 2;

  private final PackedHistogram latency;
  private long count;
  private long errors;
  private long clientErrors;
  private long maxMicros;

  EndpointStats() {
    this(new PackedHistogram(DIGITS));
  }

  private EndpointStats(PackedHistogram latency) {
    latency.setAutoResize(true);
    this.latency = latency;
  }

  /**
   * The form in the footer; {@code latency} is HdrHistogram's V2 encoding, empty without values.
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Form(long count, long errors, long clientErrors, long maxMicros, byte[] latency) {}

  void add(Exchange exchange) {
    count++;
    int status = exchange.response().map(Response::status).orElse(599);
    if (status >= 500) {
      errors++;
    } else if (status >= 400) {
      clientErrors++;
    }
    exchange.durationMicros().ifPresent(this::addLatency);
  }

  private void addLatency(long micros) {
    long value = Math.max(0, micros);
    latency.recordValue(value);
    maxMicros = Math.max(maxMicros, value);
  }

  void merge(EndpointStats other) {
    count += other.count;
    errors += other.errors;
    clientErrors += other.clientErrors;
    maxMicros = Math.max(maxMicros, other.maxMicros);
    latency.add(other.latency);
  }

  EndpointBaseline baseline(EndpointKey key) {
    return new EndpointBaseline(
        key.endpoint(),
        key.direction(),
        count,
        errors,
        clientErrors,
        percentile(50),
        percentile(95),
        percentile(99),
        maxMicros);
  }

  /** Never more than the longest latency, though a bucket of the sketch may reach further. */
  private long percentile(double percentile) {
    return latency.getTotalCount() == 0
        ? 0
        : Math.min(maxMicros, latency.getValueAtPercentile(percentile));
  }

  Form form() {
    return new Form(count, errors, clientErrors, maxMicros, encodedLatency());
  }

  private byte[] encodedLatency() {
    if (latency.getTotalCount() == 0) {
      return new byte[0];
    }
    ByteBuffer buffer = ByteBuffer.allocate(latency.getNeededByteBufferCapacity());
    int length = latency.encodeIntoByteBuffer(buffer);
    return Arrays.copyOf(buffer.array(), length);
  }

  static EndpointStats of(Form form) {
    EndpointStats stats =
        form.latency().length == 0
            ? new EndpointStats()
            : new EndpointStats(
                PackedHistogram.decodeFromByteBuffer(ByteBuffer.wrap(form.latency()), 2));
    stats.count = form.count();
    stats.errors = form.errors();
    stats.clientErrors = form.clientErrors();
    stats.maxMicros = form.maxMicros();
    return stats;
  }
}
