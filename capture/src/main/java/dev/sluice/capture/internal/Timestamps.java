package dev.sluice.capture.internal;

import dev.sluice.model.QuarantineReason;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Capture times: RFC 3339 with any offset, cut to microseconds, years 1 to 9999. */
public final class Timestamps {
  private static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Timestamps() {}

  /** Reads a time; anything else is {@link QuarantineReason#MISSING_TIMESTAMP}. */
  public static Instant parse(String text) throws BadCapture {
    if (!looksLikeTime(text)) {
      throw new BadCapture(QuarantineReason.MISSING_TIMESTAMP);
    }
    try {
      return inRange(
          OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      throw new BadCapture(QuarantineReason.MISSING_TIMESTAMP);
    }
  }

  /** Asked before parsing, whose refusal is an exception that names the text. */
  private static boolean looksLikeTime(String text) {
    ParsePosition at = new ParsePosition(0);
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parseUnresolved(text, at) != null
        && at.getIndex() == text.length();
  }

  /** A time from nanoseconds since 1970. */
  public static Instant ofEpochNanos(long nanos) throws BadCapture {
    return inRange(Instant.ofEpochSecond(0, nanos));
  }

  private static Instant inRange(Instant time) throws BadCapture {
    if (time.isBefore(MIN) || time.isAfter(MAX)) {
      throw new BadCapture(QuarantineReason.MISSING_TIMESTAMP);
    }
    return time.truncatedTo(ChronoUnit.MICROS);
  }
}
