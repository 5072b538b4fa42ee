package dev.sluice.dlp.transform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves dates by whole days: all dates of one subject by the same number, so that the time between
 * them stays. The number is a function of key and subject, from -days to days and never 0. Time of
 * day and notation stay. Thread-safe.
 */
final class DateShift {
  private static final int DAYS = 30;
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.]?)(\\d{2})([-/.]?)(\\d{2})(\\D.*)?", Pattern.DOTALL);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})([-/.])(\\d{4})(\\D.*)?", Pattern.DOTALL);
  private static final Pattern HTTP_DATE =
      Pattern.compile("(?:[A-Z][a-z]{2}, )?(\\d{2} [A-Z][a-z]{2} \\d{4})( .*)?", Pattern.DOTALL);
  private static final DateTimeFormatter DAY_OF_HTTP =
      DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.US);
  private static final DateTimeFormatter WITH_WEEKDAY =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy", Locale.US);

  private final Prf prf;

  DateShift(Prf prf) {
    this.prf = prf;
  }

  /** The moved date; empty for a notation that is not known. */
  Optional<String> apply(TransformSpec spec, String value, TransformContext context) {
    return moved(value, days(spec.number("days", DAYS), context));
  }

  /** The date so many days later; empty for a notation that is not known. */
  static Optional<String> moved(String value, int days) {
    try {
      return epoch(value, days)
          .or(() -> yearFirst(value, days))
          .or(() -> yearLast(value, days))
          .or(() -> httpDate(value, days));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A subject that is not known is a new one in each exchange. */
  private int days(int most, TransformContext context) {
    String subject =
        context.subject().isEmpty() ? "x" + context.exchangeKey() : "s" + context.subject();
    int drawn = prf.draw("date-shift", subject).below(2 * most) - most;
    return drawn >= 0 ? drawn + 1 : drawn;
  }

  private static Optional<String> yearFirst(String value, int days) {
    Matcher m = YEAR_FIRST.matcher(value);
    if (!m.matches()) {
      return Optional.empty();
    }
    LocalDate day = date(m.group(1), m.group(3), m.group(5)).plusDays(days);
    return Optional.of(
        four(day)
            + m.group(2)
            + two(day.getMonthValue())
            + m.group(4)
            + two(day.getDayOfMonth())
            + rest(m.group(6)));
  }

  /** Slashed dates name the month first, unless the number is none; others the day. */
  private static Optional<String> yearLast(String value, int days) {
    Matcher m = YEAR_LAST.matcher(value);
    if (!m.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(3));
    boolean monthFirst = second > 12 || (m.group(2).equals("/") && first <= 12);
    LocalDate day =
        (monthFirst
                ? date(m.group(5), m.group(1), m.group(3))
                : date(m.group(5), m.group(3), m.group(1)))
            .plusDays(days);
    int a = monthFirst ? day.getMonthValue() : day.getDayOfMonth();
    int b = monthFirst ? day.getDayOfMonth() : day.getMonthValue();
    return Optional.of(
        like(m.group(1), a)
            + m.group(2)
            + like(m.group(3), b)
            + m.group(4)
            + four(day)
            + rest(m.group(6)));
  }

  private static Optional<String> httpDate(String value, int days) {
    Matcher m = HTTP_DATE.matcher(value);
    if (!m.matches()) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.parse(m.group(1), DAY_OF_HTTP).plusDays(days);
    boolean weekday = m.start(1) > 0;
    return Optional.of((weekday ? WITH_WEEKDAY : DAY_OF_HTTP).format(day) + rest(m.group(2)));
  }

  private static Optional<String> epoch(String value, int days) {
    if (!value.matches("\\d{9,19}") || TimeFormats.parse(value).isEmpty()) {
      return Optional.empty();
    }
    long perDay =
        switch (value.length()) {
          case 9, 10 -> 86_400L;
          case 12, 13 -> 86_400_000L;
          case 15, 16 -> 86_400_000_000L;
          default -> 86_400_000_000_000L;
        };
    return Optional.of(Long.toString(Long.parseLong(value) + days * perDay));
  }

  private static LocalDate date(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static String four(LocalDate day) {
    return String.format(Locale.ROOT, "%04d", day.getYear());
  }

  private static String two(int n) {
    return String.format(Locale.ROOT, "%02d", n);
  }

  /** With a leading zero where the original has two digits. */
  private static String like(String original, int n) {
    return original.length() == 2 ? two(n) : Integer.toString(n);
  }

  private static String rest(@org.jspecify.annotations.Nullable String group) {
    return group == null ? "" : group;
  }
}
