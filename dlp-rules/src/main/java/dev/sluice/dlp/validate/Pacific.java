package dev.sluice.dlp.validate;

/** Numbers of Australia and New Zealand. */
final class Pacific {

  private static final String NHI_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  private Pacific() {}

  /** ATO: weights 1 4 3 7 5 8 6 9 10, modulo 11. */
  static boolean auTfn(String value) {
    String digits = Digits.only(value);
    return digits.length() == 9
        && !Digits.allSame(digits)
        && Digits.weighted(digits, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0;
  }

  /** Services Australia: weights 1 3 7 9 1 3 7 9, modulo 10. */
  static boolean auMedicare(String value) {
    String digits = Digits.only(value);
    return (digits.length() == 10 || digits.length() == 11)
        && digits.charAt(0) >= '2'
        && digits.charAt(0) <= '6'
        && Digits.weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == Digits.at(digits, 8);
  }

  /** ABR: one off the first digit, weights 10 1 3 … 19, modulo 89. */
  static boolean auAbn(String value) {
    String digits = Digits.only(value);
    return digits.length() == 11
        && digits.charAt(0) != '0'
        && (Digits.weighted(digits, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10) % 89 == 0;
  }

  /** ASIC: weights 8 to 1, modulo 10. */
  static boolean auAcn(String value) {
    String digits = Digits.only(value);
    return digits.length() == 9
        && !Digits.allSame(digits)
        && (10 - Digits.weighted(digits, 8, 7, 6, 5, 4, 3, 2, 1) % 10) % 10 == Digits.at(digits, 8);
  }

  /** Inland Revenue: 10 to 200 million; weights 3 2 7 6 5 4 3 2, or 7 4 3 2 5 2 7 6 at ten. */
  static boolean nzIrd(String value) {
    String number = Digits.only(value);
    String digits = number.length() == 8 ? "0" + number : number;
    int whole = Integer.parseInt(digits);
    int check = (11 - Digits.weighted(digits, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
    if (check == 10) {
      check = (11 - Digits.weighted(digits, 7, 4, 3, 2, 5, 2, 7, 6) % 11) % 11;
    }
    return digits.length() == 9
        && whole >= 10_000_000
        && whole <= 200_000_000
        && check == Digits.at(digits, 8);
  }

  /**
   * HISO 10046: letters without I and O count from 1, weights 7 to 2; modulo 11, or for the new
   * form modulo 24 and, since its second edition, 23.
   */
  static boolean nzNhi(String value) {
    String nhi = Digits.alphanumeric(value);
    int sum = 0;
    for (int i = 0; i < 6; i++) {
      char c = nhi.charAt(i);
      sum += (Digits.isDigit(c) ? c - '0' : NHI_LETTERS.indexOf(c) + 1) * (7 - i);
    }
    boolean old = Digits.isDigit(nhi.charAt(6));
    char check = nhi.charAt(6);
    if (old) {
      int rest = sum % 11;
      return nhi.length() == 7 && rest != 0 && check == '0' + (11 - rest) % 10;
    }
    return nhi.length() == 7
        && (check == NHI_LETTERS.charAt(23 - sum % 24)
            || check == NHI_LETTERS.charAt(22 - sum % 23));
  }
}
