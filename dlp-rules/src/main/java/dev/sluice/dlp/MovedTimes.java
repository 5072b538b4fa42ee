package dev.sluice.dlp;

import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.transform.TimeShift;
import dev.sluice.dlp.transform.TransformContext;
import dev.sluice.dlp.transform.Transforms;
import dev.sluice.model.ContentDigest;
import dev.sluice.model.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How far into the past the times of one exchange go: as far as all times of its window, and of all
 * windows of its link scope. Thread-safe.
 */
final class MovedTimes {
  /** Stands in every row whose times were moved. */
  static final String NOTE = "timestamps-shifted";

  /** Times as they are. */
  static final MovedTimes EXACT = new MovedTimes(0);

  private static final Pattern TIMELESS =
      Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[345][0-9a-fA-F]{3}-[0-9a-fA-F-]{17}");

  private final int weeks;

  private MovedTimes(int weeks) {
    this.weeks = weeks;
  }

  /** As far as transforms of the window's start say. */
  static MovedTimes by(Transforms ofWindow) {
    return new MovedTimes(-ofWindow.weeksToMove());
  }

  /** The start of an exchange's window: all rows of a snapshot are moved alike. */
  static Instant windowStart(Policy policy, Exchange raw) {
    long length = policy.windows().of(raw.service()).toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(raw.ts().getEpochSecond(), length) * length);
  }

  boolean isExact() {
    return weeks == 0;
  }

  /** The moved time in its notation; empty if it cannot be written again. */
  Optional<String> of(String value) {
    return isExact() ? Optional.of(value) : TimeShift.moved(value, weeks);
  }

  /** The exchange with its own time moved, under an id that does not tell it. */
  Exchange of(Exchange x, Transforms transforms) {
    if (isExact()) {
      return x;
    }
    return new Exchange(
        mayTellTime(x.id()) ? keyed(x.id(), transforms) : x.id(),
        x.ts().plus(Duration.ofDays(7L * weeks)),
        x.env(),
        x.service(),
        x.direction(),
        x.protocol(),
        x.durationMicros(),
        x.request(),
        x.response(),
        x.trace(),
        x.tags());
  }

  /** All ids but UUIDs of the versions that are random or a name's hash (RFC 9562). */
  private static boolean mayTellTime(String id) {
    return !TIMELESS.matcher(id).matches();
  }

  private static String keyed(String id, Transforms transforms) {
    String surrogate = transforms.apply("hash", "REQUEST_ID", id, TransformContext.of(id));
    byte[] hash = ContentDigest.sha256().digest(surrogate.getBytes(StandardCharsets.UTF_8));
    return UUID.nameUUIDFromBytes(hash).toString();
  }
}
