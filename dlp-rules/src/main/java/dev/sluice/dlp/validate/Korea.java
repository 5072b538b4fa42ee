package dev.sluice.dlp.validate;

/** Numbers of the Republic of Korea. */
final class Korea {

  private Korea() {}

  /**
   * Resident registration: birth date, sex and century 1 to 4, weights 2-9 2-5, modulo 11. Numbers
   * given out since October 2020 have no check digit; a birth since then shows that.
   */
  static boolean krRrn(String value) {
    return isRegistration(value, '1', '4', 11);
  }

  /** Foreigner registration: as {@link #krRrn} with 5 to 8, and 13 in place of 11. */
  static boolean krFrn(String value) {
    return isRegistration(value, '5', '8', 13);
  }

  private static boolean isRegistration(String value, char from, char to, int base) {
    String digits = Digits.only(value);
    char sex = digits.charAt(6);
    if (digits.length() != 13 || sex < from || sex > to) {
      return false;
    }
    boolean since2000 = (sex - from) / 2 == 1;
    int year = (since2000 ? 2000 : 1900) + Digits.number(digits, 0, 2);
    int month = Digits.number(digits, 2, 4);
    int sum = Digits.weighted(digits, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5);
    boolean checked = (base - sum % 11) % 10 == Digits.at(digits, 12);
    return Calendar.isDate(year, month, Digits.number(digits, 4, 6))
        && (checked || year * 12 + month >= 2020 * 12 + 10);
  }

  /** Business registration: weights 1 3 7 1 3 7 1 3 5, a tenth of the last product, modulo 10. */
  static boolean krBrn(String value) {
    String digits = Digits.only(value);
    int sum = Digits.weighted(digits, 1, 3, 7, 1, 3, 7, 1, 3, 5) + Digits.at(digits, 8) * 5 / 10;
    return digits.length() == 10
        && !Digits.allSame(digits)
        && (10 - sum % 10) % 10 == Digits.at(digits, 9);
  }

  /** Licences: a region from 11 to 28, year, serial, check digits that are not published. */
  static boolean krDriver(String value) {
    String digits = Digits.only(value);
    int region = Digits.number(digits, 0, 2);
    return digits.length() == 12 && region >= 11 && region <= 28;
  }
}
