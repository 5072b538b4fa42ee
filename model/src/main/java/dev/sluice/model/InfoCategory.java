package dev.sluice.model;

import java.util.Locale;

/** What kind of harm a value could do. */
public enum InfoCategory {
  PII,
  FINANCIAL,
  HEALTH,
  SECRET,
  NETWORK,
  TIME;

  /** The lower-case form used in files and output. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
