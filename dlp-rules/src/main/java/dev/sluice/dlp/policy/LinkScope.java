package dev.sluice.dlp.policy;

import java.util.Locale;
import java.util.Optional;

/** How far one value keeps one surrogate. */
public enum LinkScope {
  /** Within one snapshot: one service, one window. */
  SNAPSHOT,
  /** Across all services for a number of days. */
  EPOCH,
  /** Across everything of a tenant, for good. */
  TENANT;

  /** The form used in policies. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of that wire name, or empty. */
  public static Optional<LinkScope> ofWireName(String name) {
    for (LinkScope scope : values()) {
      if (scope.wireName().equals(name)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }
}
