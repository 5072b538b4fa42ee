package dev.sluice.catalog.server.db;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the tables hold them: microseconds since 1970-01-01T00:00Z. */
public final class Micros {
  private Micros() {}

  /** Finer digits are cut off. Times of the years -290,000 to 290,000 fit. */
  public static long of(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
