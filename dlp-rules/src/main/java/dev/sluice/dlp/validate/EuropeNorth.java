package dev.sluice.dlp.validate;

/** National numbers of the Nordic countries. */
final class EuropeNorth {

  private static final String HETU_LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

  private EuropeNorth() {}

  /** Skatteverket: Luhn over the last ten digits; a coordination number adds 60 to the day. */
  static boolean sePersonnummer(String value) {
    String digits = Digits.only(value);
    if (digits.length() == 12) {
      digits = digits.substring(2);
    }
    if (digits.length() != 10) {
      return false;
    }
    int day = Digits.number(digits, 4, 6);
    return CheckDigits.luhn(digits)
        && Calendar.isShortDate(
            Digits.number(digits, 0, 2), Digits.number(digits, 2, 4), day > 60 ? day - 60 : day);
  }

  /** Organisationsnummer: Luhn; the third digit is at least 2; a century of 16 may lead. */
  static boolean seOrganisation(String value) {
    String digits = Digits.only(value);
    String ten = digits.length() == 12 && digits.startsWith("16") ? digits.substring(2) : digits;
    return ten.length() == 10
        && ten.charAt(0) != '0'
        && ten.charAt(2) >= '2'
        && CheckDigits.luhn(ten);
  }

  /** DVV: the number modulo 31 picks the letter; 000 and 001 are not used. */
  static boolean fiHetu(String value) {
    if (value.length() != 11) {
      return false;
    }
    String digits = value.substring(0, 6) + value.substring(7, 10);
    return Calendar.isShortDate(
            Digits.number(digits, 4, 6), Digits.number(digits, 2, 4), Digits.number(digits, 0, 2))
        && Digits.number(digits, 6, 9) >= 2
        && HETU_LETTERS.charAt(Integer.parseInt(digits) % 31)
            == Character.toUpperCase(value.charAt(10));
  }

  /**
   * Skatteetaten: two check digits modulo 11; a D-number adds 40 to the day, an H-number to the
   * month.
   */
  static boolean noFnr(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 11) {
      return false;
    }
    int day = Digits.number(digits, 0, 2);
    int month = Digits.number(digits, 2, 4);
    int first = (11 - Digits.weighted(digits, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
    int second = (11 - Digits.weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return first == Digits.at(digits, 9)
        && second == Digits.at(digits, 10)
        && Calendar.isShortDate(
            Digits.number(digits, 4, 6),
            month > 40 ? month - 40 : month,
            day > 40 ? day - 40 : day);
  }

  /** CPR: a date; the old modulus 11 is no longer kept. */
  static boolean dkCpr(String value) {
    String digits = Digits.only(value);
    return digits.length() == 10
        && Calendar.isShortDate(
            Digits.number(digits, 4, 6), Digits.number(digits, 2, 4), Digits.number(digits, 0, 2));
  }
}
