package dev.sluice.dlp.validate;

/** National numbers of Poland, the Baltics, the Danube, the Balkans and Ukraine. */
final class EuropeEast {

  private EuropeEast() {}

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

  /** NIP: weights 6 5 7 2 3 4 5 6 7, modulo 11. */
  static boolean plNip(String value) {
    String digits = Digits.only(value);
    return digits.length() == 10
        && !Digits.allSame(digits)
        && Digits.number(digits, 0, 3) >= 100
        && Digits.weighted(digits, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == Digits.at(digits, 9);
  }

  /**
   * Rodné číslo of Czechs and Slovaks: date, month plus 50 for women and plus 20 for full days;
   * since 1954 ten digits that eleven divides, or a last 0 where the rest leaves ten.
   */
  static boolean czRc(String value) {
    String digits = Digits.only(value);
    int month = Digits.number(digits, 2, 4) % 50;
    boolean date =
        Calendar.isShortDate(
            Digits.number(digits, 0, 2), month > 20 ? month - 20 : month, day(digits));
    if (digits.length() == 9) {
      return date && Digits.number(digits, 0, 2) < 54 && !digits.endsWith("000");
    }
    long body = Long.parseLong(digits.substring(0, 9));
    return digits.length() == 10 && date && body % 11 % 10 == Digits.at(digits, 9);
  }

  private static int day(String digits) {
    return Digits.number(digits, 4, 6);
  }

  /** TAJ: weights 3 and 7, modulo 10. */
  static boolean huTaj(String value) {
    String digits = Digits.only(value);
    return digits.length() == 9
        && !Digits.allSame(digits)
        && Digits.weighted(digits, 3, 7, 3, 7, 3, 7, 3, 7) % 10 == Digits.at(digits, 8);
  }

  /** CNP: sex and century, date, county, weights 279146358279, modulo 11, ten counts as one. */
  static boolean roCnp(String value) {
    String digits = Digits.only(value);
    int rest = Digits.weighted(digits, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
    int county = Digits.number(digits, 7, 9);
    return digits.length() == 13
        && digits.charAt(0) != '0'
        && (county >= 1 && county <= 52 || county == 70 || county >= 80 && county <= 83)
        && (rest == 10 ? 1 : rest) == Digits.at(digits, 12)
        && Calendar.isShortDate(
            Digits.number(digits, 1, 3), Digits.number(digits, 3, 5), Digits.number(digits, 5, 7));
  }

  /** EGN: month plus 20 before 1900 and plus 40 since 2000, weights 2 4 8 5 10 9 7 3 6. */
  static boolean bgEgn(String value) {
    String digits = Digits.only(value);
    return digits.length() == 10
        && Digits.weighted(digits, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == Digits.at(digits, 9)
        && Digits.number(digits, 2, 4) <= 52
        && Calendar.isShortDate(
            Digits.number(digits, 0, 2), Digits.number(digits, 2, 4) % 20, day(digits));
  }

  /** OIB: ISO 7064 MOD 11,10. */
  static boolean hrOib(String value) {
    String digits = Digits.only(value);
    return digits.length() == 11 && !Digits.allSame(digits) && CheckDigits.mod11And10(digits);
  }

  /** Isikukood and asmens kodas: sex and century, date, two rounds of weights modulo 11. */
  static boolean balticCode(String value) {
    String digits = Digits.only(value);
    int rest = Digits.weighted(digits, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
    int again = Digits.weighted(digits, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11;
    return digits.length() == 11
        && digits.charAt(0) >= '1'
        && digits.charAt(0) <= '8'
        && (rest < 10 ? rest : again % 10) == Digits.at(digits, 10)
        && Calendar.isShortDate(
            Digits.number(digits, 1, 3), Digits.number(digits, 3, 5), Digits.number(digits, 5, 7));
  }

  /** AMKA: birth date, Luhn. */
  static boolean grAmka(String value) {
    String digits = Digits.only(value);
    return digits.length() == 11
        && CheckDigits.luhn(digits)
        && Calendar.isShortDate(
            Digits.number(digits, 4, 6), Digits.number(digits, 2, 4), Digits.number(digits, 0, 2));
  }

  /** AFM: weights 256 to 2, modulo 11, ten counts as zero. */
  static boolean grAfm(String value) {
    String digits = Digits.only(value);
    return digits.length() == 9
        && !Digits.allSame(digits)
        && Digits.weighted(digits, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == Digits.at(digits, 8);
  }

  /** RNOKPP: days since 1899, weights -1 5 7 9 4 6 10 5 7, modulo 11, ten counts as zero. */
  static boolean uaRnokpp(String value) {
    String digits = Digits.only(value);
    int sum = Digits.weighted(digits, -1, 5, 7, 9, 4, 6, 10, 5, 7);
    return digits.length() == 10
        && !Digits.allSame(digits)
        && Math.floorMod(sum, 11) % 10 == Digits.at(digits, 9);
  }
}
