package dev.sluice.dlp.validate;

import java.time.YearMonth;

/** Dates inside numbers. */
final class Calendar {

  private Calendar() {}

  static boolean isDate(int year, int month, int day) {
    return month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day);
  }

  /** {@code yymmdd} of either century. */
  static boolean isShortDate(int yy, int month, int day) {
    return isDate(1900 + yy, month, day) || isDate(2000 + yy, month, day);
  }
}
