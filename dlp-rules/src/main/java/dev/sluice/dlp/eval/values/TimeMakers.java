package dev.sluice.dlp.eval.values;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Points in time of the years 2021 to 2026, and birth dates. */
final class TimeMakers {
  private static final long FROM = 1_609_459_200L;

  private TimeMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "time", (dice, pattern) -> format(now(dice), pattern),
        "birth", (dice, pattern) -> birth(dice, pattern),
        "epoch", (dice, a) -> "" + second(dice),
        "uuid1", (dice, a) -> uuid1(dice),
        "uuid7", (dice, a) -> uuid7(dice),
        "ulid", (dice, a) -> "01J" + dice.chars("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 23));
  }

  static String birth(Dice dice, String pattern) {
    return date(dice, 1940, 2004, pattern);
  }

  static String date(Dice dice, int from, int to, String pattern) {
    LocalDate date = LocalDate.of(dice.between(from, to), dice.between(1, 12), dice.between(1, 28));
    return date.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
  }

  private static long second(Dice dice) {
    return FROM + dice.between(0, 180_000_000);
  }

  private static ZonedDateTime now(Dice dice) {
    return Instant.ofEpochSecond(second(dice), dice.between(1, 999_999) * 1000L)
        .atZone(ZoneOffset.UTC);
  }

  private static String format(ZonedDateTime time, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).format(time);
  }

  private static String uuid1(Dice dice) {
    long ticks = (second(dice) + 12_219_292_800L) * 10_000_000L + dice.between(0, 9_999_999);
    long most = ticks << 32 | (ticks >>> 32 & 0xffff) << 16 | 0x1000 | ticks >>> 48 & 0x0fff;
    return new UUID(most, 0x8000_0000_0000_0000L | dice.between(1, 1 << 30)).toString();
  }

  private static String uuid7(Dice dice) {
    long millis = second(dice) * 1000 + dice.between(0, 999);
    long low = (long) dice.between(0, 1 << 30) << 31 | dice.between(0, 1 << 30);
    return new UUID(millis << 16 | 0x7000 | dice.between(0, 4095), 0x8000_0000_0000_0000L | low)
        .toString();
  }
}
