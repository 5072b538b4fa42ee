package dev.sluice.dlp.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How much is transformed. */
public enum Profile {
  /** Findings at or above the threshold. */
  BALANCED,
  /** Findings, and every string that no reviewed field list calls safe. */
  STRICT;

  /** Stands in evidence where some endpoints have another profile than the rest. */
  public static final String MIXED = "mixed";

  /** What evidence says of one or more profiles. */
  public static String wordFor(Set<Profile> profiles) {
    return profiles.size() == 1 ? profiles.iterator().next().wireName() : MIXED;
  }

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
