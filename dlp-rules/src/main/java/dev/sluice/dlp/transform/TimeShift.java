package dev.sluice.dlp.transform;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves times by whole weeks: weekday, time of day, notation and the time between any two stay.
 * Thread-safe.
 */
public final class TimeShift {
  private static final int WEEK = 7;
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9000;
  private static final Pattern EPOCH = Pattern.compile("(/Date\\()?(\\d{9,19})(\\.\\d+)?(\\)/)?");

  /** Access logs: {@code 22/Nov/2026:12:00:00 +0000}. */
  private static final Pattern LOGGED =
      Pattern.compile("(\\[?)(\\d{2}/[A-Z][a-z]{2}/\\d{4})(:.*)", Pattern.DOTALL);

  private TimeShift() {}

  /**
   * The text of the time so many weeks later. Empty for a notation that cannot be written again, so
   * that nothing but the moved time is ever given back.
   *
   * <p>1970-01-01T00:00Z and the first and last years there are stand for "never", and stay.
   *
   * @param weeks below 0 for earlier
   */
  public static Optional<String> moved(String text, int weeks) {
    if (TimeFormats.parse(text).filter(p -> isNever(p.time())).isPresent()) {
      return Optional.of(text);
    }
    int days = weeks * WEEK;
    Optional<String> moved =
        epoch(text, weeks)
            .or(() -> logged(text, days))
            .or(() -> DateShift.moved(text, days))
            .or(() -> TimeFormats.moved(text, days));
    return moved.filter(after -> isMoved(text, after, weeks));
  }

  private static boolean isNever(Instant time) {
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    return time.equals(Instant.EPOCH) || year < FIRST_YEAR || year >= LAST_YEAR;
  }

  /** What can be read must name the moved time; what cannot was moved by its date alone. */
  private static boolean isMoved(String before, String after, int weeks) {
    Optional<Instant> was = TimeFormats.parse(before).map(TimeFormats.Parsed::time);
    Optional<Instant> is = TimeFormats.parse(after).map(TimeFormats.Parsed::time);
    return was.isEmpty()
        ? !after.equals(before)
        : is.equals(was.map(time -> time.plus(Duration.ofDays((long) weeks * WEEK))));
  }

  private static Optional<String> epoch(String text, int weeks) {
    Matcher m = EPOCH.matcher(text);
    if (!m.matches() || TimeFormats.parse(text).isEmpty()) {
      return Optional.empty();
    }
    String number = m.group(2);
    long perSecond =
        switch (number.length()) {
          case 9, 10 -> 1L;
          case 12, 13 -> 1_000L;
          case 15, 16 -> 1_000_000L;
          default -> 1_000_000_000L;
        };
    long moved =
        Long.parseLong(number) + Duration.ofDays((long) weeks * WEEK).toSeconds() * perSecond;
    return Optional.of(text.substring(0, m.start(2)) + moved + text.substring(m.end(2)));
  }

  private static Optional<String> logged(String text, int days) {
    Matcher m = LOGGED.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    return DateShift.moved(m.group(2).replace('/', ' '), days)
        .map(date -> m.group(1) + date.replace(' ', '/') + m.group(3));
  }
}
