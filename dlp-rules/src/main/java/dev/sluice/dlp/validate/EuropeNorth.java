package dev.sluice.dlp.validate;

/** National numbers of the Nordic countries, the Netherlands, Poland, Portugal and Turkey. */
final class EuropeNorth {

  private static final String HETU_LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

  private EuropeNorth() {}

  /** Elfproef: weights 9 to 2 and -1, modulo 11. */
  static boolean nlBsn(String value) {
    String digits = Digits.only(value);
    return digits.length() == 9
        && !Digits.allSame(digits)
        && Digits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
  }

  /** PESEL: weights 1 3 7 9, modulo 10; the month carries the century. */
  static boolean plPesel(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 11) {
      return false;
    }
    int sum = Digits.weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3);
    int month = Digits.number(digits, 2, 4) % 20;
    return (10 - sum % 10) % 10 == Digits.at(digits, 10)
        && Calendar.isShortDate(Digits.number(digits, 0, 2), month, Digits.number(digits, 4, 6));
  }

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

  /** Organisationsnummer: Luhn; the third digit is at least 2. */
  static boolean seOrganisation(String value) {
    String digits = Digits.only(value);
    return digits.length() == 10 && digits.charAt(2) >= '2' && CheckDigits.luhn(digits);
  }

  /** DVV: the number modulo 31 picks the letter. */
  static boolean fiHetu(String value) {
    if (value.length() != 11) {
      return false;
    }
    String digits = value.substring(0, 6) + value.substring(7, 10);
    return Calendar.isShortDate(
            Digits.number(digits, 4, 6), Digits.number(digits, 2, 4), Digits.number(digits, 0, 2))
        && HETU_LETTERS.charAt(Integer.parseInt(digits) % 31) == value.charAt(10);
  }

  /** Skatteetaten: two check digits modulo 11; D-numbers add 40 to the day. */
  static boolean noFnr(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 11) {
      return false;
    }
    int day = Digits.number(digits, 0, 2);
    int first = (11 - Digits.weighted(digits, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
    int second = (11 - Digits.weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return first == Digits.at(digits, 9)
        && second == Digits.at(digits, 10)
        && Calendar.isShortDate(
            Digits.number(digits, 4, 6), Digits.number(digits, 2, 4), day > 40 ? day - 40 : day);
  }

  /** CPR: a date; the old modulus 11 is no longer kept. */
  static boolean dkCpr(String value) {
    String digits = Digits.only(value);
    return digits.length() == 10
        && Calendar.isShortDate(
            Digits.number(digits, 4, 6), Digits.number(digits, 2, 4), Digits.number(digits, 0, 2));
  }

  /** NIF: weights 9 to 2, modulo 11. */
  static boolean ptNif(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 9 || "1235689".indexOf(digits.charAt(0)) < 0) {
      return false;
    }
    int check = 11 - Digits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return (check >= 10 ? 0 : check) == Digits.at(digits, 8);
  }

  /** NVI: two check digits out of odd and even places. */
  static boolean trTckn(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 11 || digits.charAt(0) == '0') {
      return false;
    }
    int odd = Digits.weighted(digits, 1, 0, 1, 0, 1, 0, 1, 0, 1);
    int even = Digits.weighted(digits, 0, 1, 0, 1, 0, 1, 0, 1);
    int tenth = Math.floorMod(odd * 7 - even, 10);
    return tenth == Digits.at(digits, 9) && (odd + even + tenth) % 10 == Digits.at(digits, 10);
  }
}
