package dev.sluice.dlp.validate;

/** Numbers of South Africa, Nigeria, Israel and the Emirates. */
final class AfricaMiddleEast {

  private AfricaMiddleEast() {}

  /** Home Affairs: date, citizenship 0 to 2, Luhn. */
  static boolean zaId(String value) {
    String digits = Digits.only(value);
    return digits.length() == 13
        && digits.charAt(10) <= '2'
        && CheckDigits.luhn(digits)
        && Calendar.isShortDate(
            Digits.number(digits, 0, 2), Digits.number(digits, 2, 4), Digits.number(digits, 4, 6));
  }

  /** NIMC: eleven digits, Verhoeff. */
  static boolean ngNin(String value) {
    String digits = Digits.only(value);
    return digits.length() == 11 && !Digits.allSame(digits) && CheckDigits.verhoeff(digits);
  }

  /** Ministry of Interior: nine digits, weights 1 and 2, which is Luhn. */
  static boolean ilId(String value) {
    String digits = Digits.only(value);
    return digits.length() == 9 && !Digits.allSame(digits) && CheckDigits.luhn(digits);
  }

  /** Emirates ID: 784, year of birth, seven digits, Luhn over all. */
  static boolean aeId(String value) {
    String digits = Digits.only(value);
    int year = Digits.number(digits, 3, 7);
    return digits.length() == 15
        && digits.startsWith("784")
        && year >= 1900
        && year <= 2100
        && CheckDigits.luhn(digits);
  }
}
