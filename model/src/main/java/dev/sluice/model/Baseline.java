package dev.sluice.model;

import java.util.List;

/**
 * Latency, error rate and throughput of a snapshot: the limits a build is later held to.
 *
 * @param overall all exchanges together; its endpoint is {@code *}
 * @param endpoints by endpoint and direction, sorted
 * @param requestsPerSecond exchanges divided by the window's length
 */
public record Baseline(
    EndpointBaseline overall, List<EndpointBaseline> endpoints, double requestsPerSecond) {
  public Baseline {
    endpoints = List.copyOf(endpoints);
  }
}
