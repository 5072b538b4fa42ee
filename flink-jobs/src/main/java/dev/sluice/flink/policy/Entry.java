package dev.sluice.flink.policy;

import java.util.Optional;

/**
 * An accepted entry of the timeline. It may still be of no effect: because it came too late, or
 * because it does not load here.
 *
 * @param digest of its signed bytes; what the next entry names
 * @param appendedMillis the broker's time of the record
 * @param unusable why it has no effect, if it has none
 */
public record Entry(
    Publication publication, String digest, long appendedMillis, Optional<String> unusable) {
  /** Whether it decides anything. */
  public boolean isUsable() {
    return unusable.isEmpty();
  }

  Entry unusableBecause(String reason) {
    return new Entry(publication, digest, appendedMillis, Optional.of(reason));
  }
}
