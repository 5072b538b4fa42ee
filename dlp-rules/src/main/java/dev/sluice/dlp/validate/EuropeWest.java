package dev.sluice.dlp.validate;

/** National numbers of France, the Low Countries and the Alps. */
final class EuropeWest {

  private static final String LA_POSTE = "356000000";

  private EuropeWest() {}

  /** INSEE: 97 minus the first 13 digits modulo 97; Corsica's 2A and 2B count as 19 and 18. */
  static boolean frNir(String value) {
    String nir = Digits.alphanumeric(value);
    if (nir.length() != 15) {
      return false;
    }
    String department = nir.substring(5, 7).replace("2A", "19").replace("2B", "18");
    String digits = nir.substring(0, 5) + department + nir.substring(7);
    if (!Digits.areAll(digits)) {
      return false;
    }
    int month = Digits.number(digits, 3, 5);
    boolean plausible = month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50;
    long body = Long.parseLong(digits.substring(0, 13));
    return plausible && 97 - body % 97 == Digits.number(digits, 13, 15);
  }

  /** INSEE: nine digits, Luhn. */
  static boolean frSiren(String value) {
    String digits = Digits.only(value);
    return digits.length() == 9 && !Digits.allSame(digits) && CheckDigits.luhn(digits);
  }

  /** SIREN and five digits, Luhn over all; offices of La Poste have a digit sum that 5 divides. */
  static boolean frSiret(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 14 || !frSiren(digits.substring(0, 9))) {
      return false;
    }
    int sum = digits.chars().map(c -> c - '0').sum();
    return CheckDigits.luhn(digits) || digits.startsWith(LA_POSTE) && sum % 5 == 0;
  }

  /** DGFiP SPI: begins with 0 to 3; the last three digits are the first ten modulo 511. */
  static boolean frSpi(String value) {
    String digits = Digits.only(value);
    return digits.length() == 13
        && digits.charAt(0) <= '3'
        && !Digits.allSame(digits)
        && Long.parseLong(digits.substring(0, 10)) % 511 == Digits.number(digits, 10, 13);
  }

  /** Elfproef: weights 9 to 2 and -1, modulo 11. */
  static boolean nlBsn(String value) {
    String digits = Digits.only(value);
    return digits.length() == 9
        && !Digits.allSame(digits)
        && Digits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
  }

  /**
   * Rijksregister: 97 minus the first nine digits modulo 97, a 2 before them since 2000; the month
   * of a BIS number is 20 or 40 higher.
   */
  static boolean beNrn(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 11 || Digits.number(digits, 2, 4) > 52) {
      return false;
    }
    long body = Long.parseLong(digits.substring(0, 9));
    int check = Digits.number(digits, 9, 11);
    return Digits.number(digits, 2, 4) % 20 <= 12
        && Digits.number(digits, 4, 6) <= 31
        && (97 - body % 97 == check || 97 - (2_000_000_000L + body) % 97 == check);
  }

  /** SVNR: serial, check digit, birth date; weights 3 7 9 5 8 4 2 1 6, modulo 11. */
  static boolean atSvnr(String value) {
    String digits = Digits.only(value);
    int month = Digits.number(digits, 6, 8);
    return digits.length() == 10
        && digits.charAt(0) != '0'
        && Digits.weighted(digits, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == Digits.at(digits, 3)
        && Digits.number(digits, 4, 6) >= 1
        && Digits.number(digits, 4, 6) <= 31
        && month >= 1
        && month <= 15;
  }

  /** AHV: 756, then EAN-13. */
  static boolean chAhv(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 13 || !digits.startsWith("756")) {
      return false;
    }
    int sum = Digits.weighted(digits, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3);
    return (10 - sum % 10) % 10 == Digits.at(digits, 12);
  }

  /** UID of the BFS: weights 5 4 3 2 7 6 5 4, modulo 11. */
  static boolean chUid(String value) {
    String digits = Digits.only(value);
    int rest = 11 - Digits.weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4) % 11;
    return digits.length() == 9 && rest != 10 && rest % 11 == Digits.at(digits, 8);
  }
}
