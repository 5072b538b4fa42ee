package dev.sluice.dlp.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whose values, and of which time, can be linked by their surrogates. Each tenant and each epoch
 * has keys of its own. Immutable.
 *
 * @param epochDays length of an epoch, 1 to 30 days; epochs begin at 1970-01-01T00:00Z
 * @param tenant whose data this is; well-formed as {@link Names} says
 * @param subject where an exchange names its subject: field names, or {@code session}; the first
 *     that is there counts
 */
public record Linking(LinkScope scope, int epochDays, String tenant, List<String> subject) {
  /** The word for the session cookie or bearer token in {@link #subject()}. */
  public static final String SESSION = "session";

  /** The longest epoch, in days. */
  public static final int MOST_DAYS = 30;

  /** Epochs of 30 days, one tenant, subjects told by their sessions. */
  public static final Linking DEFAULTS =
      new Linking(LinkScope.EPOCH, MOST_DAYS, "default", List.of(SESSION));

  public Linking {
    subject = List.copyOf(subject);
  }

  /**
   * Names the span of time, and for snapshots the service, in which a value keeps its surrogate. A
   * function of the exchange and the policy only.
   */
  public String epochOf(Instant ts, String env, String service, Windows windows) {
    return epoch(ts, env, service, windows, 0);
  }

  /**
   * The one before, whose surrogates are still left alone while values of both are under way; empty
   * where there is none.
   */
  public Optional<String> epochBefore(Instant ts, String env, String service, Windows windows) {
    return scope == LinkScope.TENANT
        ? Optional.empty()
        : Optional.of(epoch(ts, env, service, windows, 1));
  }

  private String epoch(Instant ts, String env, String service, Windows windows, int back) {
    return switch (scope) {
      case TENANT -> "all";
      case EPOCH -> epochDays + "d-" + (count(ts, Duration.ofDays(epochDays)) - back);
      case SNAPSHOT -> {
        Duration length = windows.of(service);
        yield env + "/" + service + "/" + length.toSeconds() + "s-" + (count(ts, length) - back);
      }
    };
  }

  private static long count(Instant ts, Duration length) {
    return Math.floorDiv(ts.getEpochSecond(), length.toSeconds());
  }
}
