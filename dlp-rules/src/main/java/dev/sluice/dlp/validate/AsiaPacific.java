package dev.sluice.dlp.validate;

/** National numbers of Asia, Australia and South Africa. */
final class AsiaPacific {

  private static final String GSTIN_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private AsiaPacific() {}

  /** UIDAI: Verhoeff; never begins with 0 or 1, never a palindrome. */
  static boolean inAadhaar(String value) {
    String digits = Digits.only(value);
    return digits.length() == 12
        && digits.charAt(0) >= '2'
        && !new StringBuilder(digits).reverse().toString().equals(digits)
        && CheckDigits.verhoeff(digits);
  }

  /** Income Tax Department: the fourth letter is the holder's kind. */
  static boolean inPan(String value) {
    return value.length() == 10
        && "ABCFGHJLPTK".indexOf(Character.toUpperCase(value.charAt(3))) >= 0
        && !value.substring(5, 9).equals("0000");
  }

  /** GSTN: Luhn modulo 36. */
  static boolean inGstin(String value) {
    String gstin = Digits.alphanumeric(value);
    if (gstin.length() != 15) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 14; i++) {
      int product = GSTIN_ALPHABET.indexOf(gstin.charAt(i)) * (1 + i % 2);
      sum += product / 36 + product % 36;
    }
    int state = Digits.number(gstin, 0, 2);
    return state >= 1
        && (state <= 38 || state >= 97)
        && GSTIN_ALPHABET.charAt((36 - sum % 36) % 36) == gstin.charAt(14);
  }

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

  /** ICA: weights 2 7 6 5 4 3 2, modulo 11; T and G add 4, M adds 3. */
  static boolean sgNric(String value) {
    String nric = Digits.alphanumeric(value);
    if (nric.length() != 9 || !Digits.areAll(nric.substring(1, 8))) {
      return false;
    }
    int sum = Digits.weighted(nric.substring(1, 8), 2, 7, 6, 5, 4, 3, 2);
    String letters =
        switch (nric.charAt(0)) {
          case 'S', 'T' -> "JZIHGFEDCBA";
          case 'F', 'G' -> "XWUTRQPNMLK";
          default -> "XWUTRQPNJLK";
        };
    int offset = "TG".indexOf(nric.charAt(0)) >= 0 ? 4 : nric.charAt(0) == 'M' ? 3 : 0;
    return "STFGM".indexOf(nric.charAt(0)) >= 0
        && letters.charAt((sum + offset) % 11) == nric.charAt(8);
  }

  /** GB 11643: weights 2^17 … 2, ISO 7064 MOD 11-2, X for ten. */
  static boolean cnId(String value) {
    if (value.length() != 18) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum = (sum + Digits.at(value, i)) * 2 % 11;
    }
    int check = (12 - sum) % 11;
    return Character.toUpperCase(value.charAt(17)) == (check == 10 ? 'X' : (char) ('0' + check))
        && Calendar.isDate(
            Digits.number(value, 6, 10),
            Digits.number(value, 10, 12),
            Digits.number(value, 12, 14));
  }

  /** RRN: date, a gender digit, weights 2-9 2-5, modulo 11; kept only for births before 2020. */
  static boolean krRrn(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 13 || digits.charAt(6) == '0' || digits.charAt(6) == '9') {
      return false;
    }
    int sum = Digits.weighted(digits, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5);
    return (11 - sum % 11) % 10 == Digits.at(digits, 12)
        && Calendar.isShortDate(
            Digits.number(digits, 0, 2), Digits.number(digits, 2, 4), Digits.number(digits, 4, 6));
  }

  /** Home Affairs: date, citizenship 0 to 2, Luhn. */
  static boolean zaId(String value) {
    String digits = Digits.only(value);
    return digits.length() == 13
        && digits.charAt(10) <= '2'
        && CheckDigits.luhn(digits)
        && Calendar.isShortDate(
            Digits.number(digits, 0, 2), Digits.number(digits, 2, 4), Digits.number(digits, 4, 6));
  }

  /** Thai national id: weights 13 to 2, modulo 11. */
  static boolean thTnin(String value) {
    String digits = Digits.only(value);
    return digits.length() == 13
        && digits.charAt(0) != '0'
        && (11 - Digits.weighted(digits, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10
            == Digits.at(digits, 12);
  }
}
