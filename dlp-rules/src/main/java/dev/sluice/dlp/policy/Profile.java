package dev.sluice.dlp.policy;

import java.util.Locale;
import java.util.Optional;

/** How much is transformed. */
public enum Profile {
  /** Findings at or above the threshold. */
  BALANCED,
  /** Findings, and every string that no reviewed field list calls safe. */
  STRICT;

  /** The form used in policies and manifests. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The profile of that wire name, or empty. */
  public static Optional<Profile> ofWireName(String name) {
    for (Profile profile : values()) {
      if (profile.wireName().equals(name)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }
}
