package dev.sluice.dlp.policy;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * When the windows of each service seal and close, as a policy and its parts say. Immutable; in a
 * form that travels with a job.
 */
public final class WindowDelays implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Duration sealDelay;
  private final Duration closeAfter;
  private final List<Part> parts;

  /** What a part says; a negative delay where it says none. */
  record Part(Selector selector, Duration sealDelay, Duration closeAfter) implements Serializable {
    static final Duration UNSAID = Duration.ofMillis(-1);
  }

  private WindowDelays(Duration sealDelay, Duration closeAfter, List<Part> parts) {
    this.sealDelay = sealDelay;
    this.closeAfter = closeAfter;
    this.parts = List.copyOf(parts);
  }

  /** The same for all services. */
  public static WindowDelays all(Duration sealDelay, Duration closeAfter) {
    return new WindowDelays(sealDelay, closeAfter, List.of());
  }

  /** What a policy says. */
  public static WindowDelays of(Policy policy) {
    return new WindowDelays(
        policy.windows().sealDelay(),
        policy.windows().closeAfter(),
        policy.parts().stream().flatMap(part -> part.delays().stream()).toList());
  }

  /** Event time between a window's end and its first revision. */
  public Duration sealDelay(String env, String service) {
    Duration delay = sealDelay;
    for (Part part : parts) {
      if (!part.sealDelay().isNegative() && part.selector().concerns(env, service)) {
        delay = part.sealDelay();
      }
    }
    return delay;
  }

  /** Event time between a window's end and its last revision; at least {@link #sealDelay}. */
  public Duration closeAfter(String env, String service) {
    Duration delay = closeAfter;
    for (Part part : parts) {
      if (!part.closeAfter().isNegative() && part.selector().concerns(env, service)) {
        delay = part.closeAfter();
      }
    }
    Duration least = sealDelay(env, service);
    return delay.compareTo(least) < 0 ? least : delay;
  }
}
