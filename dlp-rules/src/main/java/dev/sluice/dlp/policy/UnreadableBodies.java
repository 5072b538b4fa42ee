package dev.sluice.dlp.policy;

import java.util.Locale;

/** What becomes of a body that no walker can read (image, archive, audio, unknown coding). */
public enum UnreadableBodies {
  /** A minimal valid file of the same media type takes its place. */
  PLACEHOLDER,
  /** The whole exchange is quarantined. */
  QUARANTINE;

  /** The form used in policies. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
