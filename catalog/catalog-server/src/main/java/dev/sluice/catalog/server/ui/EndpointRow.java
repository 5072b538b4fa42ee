package dev.sluice.catalog.server.ui;

import dev.sluice.model.EndpointBaseline;
import java.util.Locale;

/**
 * One endpoint with its latency drawn on a logarithmic scale from 1 ms to 10 s, 0 to 120 units
 * wide.
 */
public record EndpointRow(
    EndpointBaseline baseline, String x50, String x95, String x99, boolean hasLatency) {
  private static final double WIDTH = 120;

  static EndpointRow of(EndpointBaseline b) {
    return new EndpointRow(
        b, x(b.p50Micros()), x(b.p95Micros()), x(b.p99Micros()), b.p99Micros() > 0);
  }

  private static String x(long micros) {
    double decades = Math.log10(Math.max(1_000, Math.min(10_000_000, micros)) / 1_000.0);
    return String.format(Locale.ROOT, "%.1f", 4 + decades / 4 * (WIDTH - 8));
  }
}
