package dev.sluice.dlp.transform;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the notations of a point in time that stand in HTTP traffic. Never throws and never repeats
 * the text. Thread-safe.
 */
public final class TimeFormats {
  /** A notation and the point in time it names; a date means its midnight, a missing zone UTC. */
  public record Parsed(String format, Instant time) {}

  private record Notation(String name, DateTimeFormatter formatter, Kind kind) {}

  private enum Kind {
    OFFSET,
    LOCAL,
    DATE
  }

  private static final List<Notation> NOTATIONS =
      List.of(
          new Notation("rfc3339", DateTimeFormatter.ISO_OFFSET_DATE_TIME, Kind.OFFSET),
          new Notation("iso-local", DateTimeFormatter.ISO_LOCAL_DATE_TIME, Kind.LOCAL),
          new Notation("iso-space", pattern("yyyy-MM-dd HH:mm:ss"), Kind.LOCAL),
          new Notation("iso-offset-basic", pattern("yyyy-MM-dd'T'HH:mm:ssxx"), Kind.OFFSET),
          new Notation("iso-offset-space", pattern("yyyy-MM-dd HH:mm:ss xx"), Kind.OFFSET),
          new Notation("amz-date", pattern("yyyyMMdd'T'HHmmssX"), Kind.OFFSET),
          new Notation("iso-date", DateTimeFormatter.ISO_LOCAL_DATE, Kind.DATE),
          new Notation("rfc1123", DateTimeFormatter.RFC_1123_DATE_TIME, Kind.OFFSET),
          new Notation("rfc850", pattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"), Kind.LOCAL),
          new Notation("cookie-date", pattern("EEE, dd-MMM-yyyy HH:mm:ss 'GMT'"), Kind.LOCAL),
          new Notation("asctime", pattern("EEE MMM ppd HH:mm:ss yyyy"), Kind.LOCAL),
          new Notation("ruby-date", pattern("EEE MMM dd HH:mm:ss xx yyyy"), Kind.OFFSET));

  private static final int LONGEST = 48;

  private TimeFormats() {}

  /**
   * What point in time the text names, if it is in a known notation and lies between 1971 and 2100.
   */
  public static Optional<Parsed> parse(String text) {
    if (text.length() < 8 || text.length() > LONGEST) {
      return Optional.empty();
    }
    if (isNumber(text)) {
      return epoch(text);
    }
    if (text.startsWith("/Date(") && text.endsWith(")/")) {
      return epoch(text.substring(6, text.length() - 2))
          .map(p -> new Parsed("ms-json-date", p.time()));
    }
    Optional<Instant> usual = UtcTime.read(text);
    if (usual.isPresent()) {
      return usual.map(time -> new Parsed(NOTATIONS.get(0).name(), time));
    }
    for (Notation n : NOTATIONS) {
      Optional<Parsed> parsed = read(n, text);
      if (parsed.isPresent()) {
        return parsed;
      }
    }
    return Optional.empty();
  }

  /** The same notation of another time, where it is one of {@link #parse}'s that have no number. */
  static Optional<String> moved(String text, int days) {
    for (Notation n : NOTATIONS) {
      if (fits(n, text)) {
        try {
          return Optional.of(
              n.kind() == Kind.OFFSET
                  ? OffsetDateTime.parse(text, n.formatter()).plusDays(days).format(n.formatter())
                  : LocalDateTime.parse(text, n.formatter()).plusDays(days).format(n.formatter()));
        } catch (DateTimeException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Parsed> read(Notation n, String text) {
    if (!fits(n, text)) {
      return Optional.empty();
    }
    try {
      Instant time =
          switch (n.kind()) {
            case OFFSET -> OffsetDateTime.parse(text, n.formatter()).toInstant();
            case LOCAL -> LocalDateTime.parse(text, n.formatter()).toInstant(ZoneOffset.UTC);
            case DATE ->
                LocalDate.parse(text, n.formatter()).atStartOfDay().toInstant(ZoneOffset.UTC);
          };
      return Optional.of(new Parsed(n.name(), time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Asked before parsing, whose refusal is an exception that names the text. */
  private static boolean fits(Notation n, String text) {
    ParsePosition at = new ParsePosition(0);
    return n.formatter().parseUnresolved(text, at) != null && at.getIndex() == text.length();
  }

  /**
   * Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their number of
   * digits.
   */
  private static Optional<Parsed> epoch(String text) {
    int dot = text.indexOf('.');
    String whole = dot < 0 ? text : text.substring(0, dot);
    if (!isNumber(text) || whole.length() > 19) {
      return Optional.empty();
    }
    long n = Long.parseLong(whole);
    return switch (whole.length()) {
      case 9, 10 -> plausible("epoch-seconds", n, 1_000_000);
      case 12, 13 -> plausible("epoch-millis", n, 1_000);
      case 15, 16 -> plausible("epoch-micros", n, 1);
      case 18, 19 -> plausible("epoch-nanos", n / 1_000, 1);
      default -> Optional.empty();
    };
  }

  private static Optional<Parsed> plausible(String format, long n, long microsEach) {
    long micros = n * microsEach;
    Instant time =
        Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    return time.isAfter(Instant.ofEpochSecond(31_536_000L))
            && time.isBefore(Instant.ofEpochSecond(4_102_444_800L))
        ? Optional.of(new Parsed(format, time))
        : Optional.empty();
  }

  private static boolean isNumber(String text) {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && i > 0) {
        dots++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return dots <= 1 && !text.isEmpty();
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }
}
