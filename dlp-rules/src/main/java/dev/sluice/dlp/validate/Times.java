package dev.sluice.dlp.validate;

/** Whether digits are a date, or an instant between 2000 and 2100. */
final class Times {

  private static final long YEAR_2000 = 946_684_800L;
  private static final long YEAR_2100 = 4_102_444_800L;

  private static final long GREGORIAN_TO_UNIX = 12_219_292_800L;
  private static final long SNOWFLAKE_EPOCH_MILLIS = 1_288_834_974_657L;

  private Times() {}

  /** {@code yyyy-mm-dd…} or {@code yyyymmdd…}, 1900 to 2199, with a time of day that exists. */
  static boolean isoDate(String value) {
    String digits = Digits.only(value);
    int year = Digits.number(digits, 0, 4);
    boolean date = Calendar.isDate(year, Digits.number(digits, 4, 6), Digits.number(digits, 6, 8));
    boolean time =
        digits.length() < 12
            || Digits.number(digits, 8, 10) <= 24 && Digits.number(digits, 10, 12) < 60;
    return date && time && year >= 1900 && year < 2200;
  }

  /**
   * {@code mm/dd/yyyy}, {@code dd.mm.yy}, {@code yyyy/mm/dd} and their like: one order of day and
   * month gives a date. A year of two digits is one of this century.
   */
  static boolean slashedDate(String value) {
    String[] parts = value.split("[/.-]", -1);
    boolean yearFirst = parts[0].length() == 4;
    String written = parts[yearFirst ? 0 : 2];
    int year = Integer.parseInt(written) + (written.length() == 2 ? 2000 : 0);
    int first = Integer.parseInt(parts[yearFirst ? 1 : 0]);
    int second = Integer.parseInt(parts[yearFirst ? 2 : 1]);
    return year >= 1900
        && year < 2200
        && (Calendar.isDate(year, first, second) || Calendar.isDate(year, second, first));
  }

  /** RFC 9562: version 7 by its milliseconds, version 1 by its 100 ns since October 1582. */
  static boolean uuidTime(String value) {
    long high = Long.parseLong(value.substring(0, 8), 16);
    long middle = Long.parseLong(value.substring(9, 13), 16);
    if (value.charAt(14) == '7') {
      return inCentury((high << 16 | middle) / 1_000);
    }
    long top = Long.parseLong(value.substring(15, 18), 16);
    return inCentury((top << 48 | middle << 32 | high) / 10_000_000 - GREGORIAN_TO_UNIX);
  }

  /** The ten characters of milliseconds. */
  static boolean ulid(String value) {
    long millis = 0;
    for (int i = 0; i < 10; i++) {
      millis = millis << 5 | "0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(value.charAt(i));
    }
    return inCentury(millis / 1_000);
  }

  /** Made between the first ones, of November 2010, and 2100, by the widest-spread epoch. */
  static boolean snowflake(String value) {
    return inCentury(((Long.parseLong(value) >> 22) + SNOWFLAKE_EPOCH_MILLIS) / 1_000);
  }

  static boolean epochSeconds(String value) {
    return within(value, 1);
  }

  static boolean epochMillis(String value) {
    return within(value, 1_000);
  }

  static boolean epochMicros(String value) {
    return within(value, 1_000_000);
  }

  static boolean epochNanos(String value) {
    return within(value, 1_000_000_000);
  }

  private static boolean within(String value, long perSecond) {
    int point = value.indexOf('.');
    long seconds = Long.parseLong(point < 0 ? value : value.substring(0, point)) / perSecond;
    return inCentury(seconds);
  }

  private static boolean inCentury(long seconds) {
    return seconds >= YEAR_2000 && seconds < YEAR_2100;
  }
}
