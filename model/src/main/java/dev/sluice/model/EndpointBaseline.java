package dev.sluice.model;

/**
 * How one endpoint behaved.
 *
 * @param endpoint {@code METHOD /path/{template}}
 * @param count exchanges
 * @param errors responses with status 500 to 599, and requests that got none
 * @param clientErrors responses with status 400 to 499
 * @param p50Micros latency at the 50th percentile in microseconds, 0 where no latency was captured
 */
public record EndpointBaseline(
    String endpoint,
    Direction direction,
    long count,
    long errors,
    long clientErrors,
    long p50Micros,
    long p95Micros,
    long p99Micros,
    long maxMicros) {
  /** Errors as a share of all exchanges, 0 to 1. */
  public double errorRate() {
    return count == 0 ? 0 : (double) errors / count;
  }
}
