package dev.sluice.flink.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Names of starts and restores: they sort by time, and no two are alike. */
public final class Incarnation {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Incarnation() {}

  /** A new name. */
  public static String next(Clock clock) {
    byte[] random = new byte[4];
    new SecureRandom().nextBytes(random);
    return STAMP.format(clock.instant()) + "-" + HexFormat.of().formatHex(random);
  }
}
