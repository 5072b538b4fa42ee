package dev.sluice.dlp.validate;

/** Whether digits are a date, or an instant between 2000 and 2100. */
final class Times {

  private static final long YEAR_2000 = 946_684_800L;
  private static final long YEAR_2100 = 4_102_444_800L;

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

  /** {@code mm/dd/yyyy}, {@code dd.mm.yyyy} and their like: one order gives a date. */
  static boolean slashedDate(String value) {
    String[] parts = value.split("[/.-]");
    int year = Integer.parseInt(parts[2]);
    int first = Integer.parseInt(parts[0]);
    int second = Integer.parseInt(parts[1]);
    return year >= 1900
        && year < 2200
        && (Calendar.isDate(year, first, second) || Calendar.isDate(year, second, first));
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
    return seconds >= YEAR_2000 && seconds < YEAR_2100;
  }
}
