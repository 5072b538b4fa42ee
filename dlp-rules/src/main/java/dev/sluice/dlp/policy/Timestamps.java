package dev.sluice.dlp.policy;

import java.util.Locale;
import java.util.Optional;

/** Whether times in snapshots are those of the traffic. */
public enum Timestamps {
  /** They are. */
  EXACT,
  /** All are moved into the past by one secret number of weeks. */
  SHIFTED;

  /** The form used in policies. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those of that wire name, or empty. */
  public static Optional<Timestamps> ofWireName(String name) {
    for (Timestamps timestamps : values()) {
      if (timestamps.wireName().equals(name)) {
        return Optional.of(timestamps);
      }
    }
    return Optional.empty();
  }
}
