package dev.sluice.dlp.validate;

import java.util.Set;

/**
 * Numbers of East and South-East Asia. India, Australia and New Zealand have classes of their own.
 */
final class Asia {

  private static final Set<String> UEN_KINDS =
      Set.of(
          "LP", "LL", "FC", "PF", "RF", "MQ", "MM", "NB", "CC", "CS", "MB", "FM", "GS", "DP", "CP",
          "NR", "CM", "CD", "MD", "HS", "VH", "CH", "MH", "CL", "XL", "CX", "HC", "RP", "TU", "TC",
          "FB", "FN", "PA", "PB", "SS", "MC", "SM", "GA", "GB");
  private static final String UEN_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWX0123456789";

  /** Letters A to Z as two digits each. */
  private static final String TAIWAN = "1011121314151617341819202122352324252627282932303133";

  private Asia() {}

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

  /**
   * ACRA: eight digits and a letter (businesses), a year, five digits and a letter (companies), or
   * T, S or R, two digits of the year, the kind, four digits and a letter. Modulo 11 each.
   */
  static boolean sgUen(String value) {
    String uen = Digits.alphanumeric(value);
    if (uen.length() == 9) {
      return Digits.areAll(uen.substring(0, 8))
          && "XMKECAWLJDB".charAt(Digits.weighted(uen, 10, 4, 9, 3, 8, 2, 7, 1) % 11)
              == uen.charAt(8);
    }
    if (Digits.areAll(uen.substring(0, 9))) {
      int year = Digits.number(uen, 0, 4);
      return uen.length() == 10
          && year >= 1800
          && year <= 2100
          && "ZKCMDNERGWH".charAt(Digits.weighted(uen, 10, 8, 6, 4, 9, 7, 5, 3, 1) % 11)
              == uen.charAt(9);
    }
    return uen.length() == 10 && UEN_KINDS.contains(uen.substring(3, 5)) && isOtherUen(uen);
  }

  private static boolean isOtherUen(String uen) {
    int[] weights = {4, 3, 5, 3, 10, 2, 2, 5, 7};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += UEN_ALPHABET.indexOf(uen.charAt(i)) * weights[i];
    }
    return UEN_ALPHABET.charAt(Math.floorMod(sum - 5, 11)) == uen.charAt(9);
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

  /** Ministry of the Interior: the letter as two digits, weights 1 9 8 … 1 1, modulo 10. */
  static boolean twId(String value) {
    String id = Digits.alphanumeric(value);
    String letter = TAIWAN.substring((id.charAt(0) - 'A') * 2, (id.charAt(0) - 'A') * 2 + 2);
    return id.length() == 10
        && Digits.areAll(id.substring(1))
        && "1289".indexOf(id.charAt(1)) >= 0
        && Digits.weighted(letter + id.substring(1), 1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1) % 10 == 0;
  }

  /** Immigration Department: one letter or two, weights 9 to 1, modulo 11, A for ten. */
  static boolean hkId(String value) {
    String id = Digits.alphanumeric(value);
    int sum = id.length() == 8 ? 36 * 9 : 0;
    for (int i = 0; i < id.length(); i++) {
      sum += Character.digit(id.charAt(i), 36) * (id.length() - i);
    }
    return (id.length() == 8 || id.length() == 9) && sum % 11 == 0;
  }

  /** My Number: weights 6 5 4 3 2 7 6 5 4 3 2, modulo 11. */
  static boolean jpMyNumber(String value) {
    String digits = Digits.only(value);
    int rest = Digits.weighted(digits, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return digits.length() == 12
        && !Digits.allSame(digits)
        && (rest <= 1 ? 0 : 11 - rest) == Digits.at(digits, 11);
  }

  /** Thai national id: weights 13 to 2, modulo 11. */
  static boolean thTnin(String value) {
    String digits = Digits.only(value);
    return digits.length() == 13
        && digits.charAt(0) != '0'
        && (11 - Digits.weighted(digits, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10
            == Digits.at(digits, 12);
  }

  /** NIK: province, regency, district, birth date with 40 added to women's days, serial. */
  static boolean idNik(String value) {
    String digits = Digits.only(value);
    int day = Digits.number(digits, 6, 8);
    return digits.length() == 16
        && Digits.number(digits, 0, 2) >= 11
        && Digits.number(digits, 0, 2) <= 97
        && Digits.number(digits, 2, 4) >= 1
        && !digits.endsWith("0000")
        && Calendar.isShortDate(
            Digits.number(digits, 10, 12), Digits.number(digits, 8, 10), day > 40 ? day - 40 : day);
  }

  /** MyKad: birth date and a place of birth in use (JPN). */
  static boolean myKad(String value) {
    String digits = Digits.only(value);
    int place = Digits.number(digits, 6, 8);
    boolean known =
        place >= 1 && place <= 16
            || place >= 21 && place <= 68
            || place == 71
            || place == 72
            || place >= 74 && place <= 79
            || place >= 82 && place <= 93
            || place >= 98;
    return digits.length() == 12
        && known
        && Calendar.isShortDate(
            Digits.number(digits, 0, 2), Digits.number(digits, 2, 4), Digits.number(digits, 4, 6));
  }
}
