package dev.sluice.snapshot.stats;

import dev.sluice.model.Direction;
import java.util.Comparator;

/** What latency and errors are counted by: {@code METHOD /path/{template}} and direction. */
record EndpointKey(String endpoint, Direction direction) implements Comparable<EndpointKey> {
  private static final Comparator<EndpointKey> ORDER =
      Comparator.comparing(EndpointKey::endpoint).thenComparing(EndpointKey::direction);

  /** Stands for all of its method that are not to be named. */
  EndpointKey unnamed() {
    return new EndpointKey(endpoint.substring(0, endpoint.indexOf(' ') + 1) + "*", direction);
  }

  @Override
  public int compareTo(EndpointKey other) {
    return ORDER.compare(this, other);
  }
}
