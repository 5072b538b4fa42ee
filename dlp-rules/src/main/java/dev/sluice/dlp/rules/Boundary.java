package dev.sluice.dlp.rules;

import java.util.Locale;
import java.util.Optional;

/**
 * What may not stand right beside a match; RE2 has no lookaround, so code looks at the neighbours.
 */
public enum Boundary {
  /** Anything may. */
  NONE,
  /** No letter or digit of any script, and no underscore. */
  WORD,
  /** No digit, and no digit behind one of {@code . , -}: not the middle of a longer number. */
  NUMBER,
  /** As {@link #WORD}, and none of {@code - / + =} either: not the middle of a longer token. */
  TOKEN;

  /** The form used in rule packs. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The boundary of that wire name, or empty. */
  public static Optional<Boundary> ofWireName(String name) {
    for (Boundary boundary : values()) {
      if (boundary.wireName().equals(name)) {
        return Optional.of(boundary);
      }
    }
    return Optional.empty();
  }
}
