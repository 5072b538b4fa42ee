package dev.sluice.dlp.validate;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates inside numbers. */
final class Calendar {

  private Calendar() {}

  static boolean isDate(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** {@code yymmdd} of either century. */
  static boolean isShortDate(int yy, int month, int day) {
    return isDate(1900 + yy, month, day) || isDate(2000 + yy, month, day);
  }
}
