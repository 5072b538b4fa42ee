package dev.sluice.dlp.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long a snapshot's window is, and when it seals.
 *
 * @param standard length where a service has none of its own; whole seconds
 * @param perService lengths by service name
 * @param sealDelay event time between a window's end and its first revision
 * @param closeAfter event time between a window's end and the last revision
 */
public record Windows(
    Duration standard,
    SortedMap<String, Duration> perService,
    Duration sealDelay,
    Duration closeAfter) {

  /** Five minutes, sealed 30 seconds after their end, closed after an hour. */
  public static final Windows DEFAULTS =
      new Windows(
          Duration.ofMinutes(5),
          Collections.emptySortedMap(),
          Duration.ofSeconds(30),
          Duration.ofHours(1));

  public Windows {
    perService = Collections.unmodifiableSortedMap(new TreeMap<>(perService));
  }

  /** The window length of a service. */
  public Duration of(String service) {
    Duration own = perService.get(service);
    return own == null ? standard : own;
  }

  /** One length for all services, with the delays given. */
  public static Windows all(Duration length, Duration sealDelay, Duration closeAfter) {
    return new Windows(length, new TreeMap<>(Map.of()), sealDelay, closeAfter);
  }
}
