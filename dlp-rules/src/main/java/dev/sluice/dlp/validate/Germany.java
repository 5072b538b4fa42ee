package dev.sluice.dlp.validate;

/** Numbers of German persons, physicians, documents, vehicles and companies. */
final class Germany {

  private static final int[] DOCUMENT = {7, 3, 1, 7, 3, 1, 7, 3, 1};
  private static final int[] HEALTH = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
  private static final int[] PENSION = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};

  private Germany() {}

  /**
   * BZSt: ISO 7064 MOD 11,10; of the first ten digits exactly one occurs twice or three times,
   * never three times in a row; never begins with 0.
   */
  static boolean deTaxId(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 11 || digits.charAt(0) == '0') {
      return false;
    }
    int[] counts = new int[10];
    digits.substring(0, 10).chars().forEach(c -> counts[c - '0']++);
    int repeated = 0;
    for (int count : counts) {
      if (count > 3) {
        return false;
      }
      repeated += count > 1 ? 1 : 0;
    }
    return repeated == 1 && !hasTriple(digits) && CheckDigits.mod11And10(digits);
  }

  private static boolean hasTriple(String digits) {
    for (int i = 0; i < 8; i++) {
      if (digits.charAt(i) == digits.charAt(i + 1) && digits.charAt(i) == digits.charAt(i + 2)) {
        return true;
      }
    }
    return false;
  }

  /** USt-IdNr.: DE and nine digits, ISO 7064 MOD 11,10. */
  static boolean deVat(String value) {
    String digits = Digits.only(value);
    return digits.length() == 9 && digits.charAt(0) != '0' && CheckDigits.mod11And10(digits);
  }

  /** KVNR, § 290 SGB V annex 1: letter as two digits, weights 1 and 2, cross sums, modulo 10. */
  static boolean deHealth(String value) {
    String number = Digits.alphanumeric(value);
    return number.length() == 10
        && crossSum(letterAsDigits(number.charAt(0)) + number.substring(1, 9), HEALTH) % 10
            == Digits.at(number, 9);
  }

  /**
   * VKVV § 2: area, birth date, letter, serial; cross sums of weighted digits, modulo 10. A day or
   * month that is not known is 00.
   */
  static boolean dePension(String value) {
    String number = Digits.alphanumeric(value);
    if (number.length() != 12 || !Digits.areAll(number.substring(0, 8))) {
      return false;
    }
    String digits =
        number.substring(0, 8) + letterAsDigits(number.charAt(8)) + number.substring(9, 11);
    int area = Digits.number(number, 0, 2);
    return area >= 2
        && area <= 89
        && Digits.number(number, 2, 4) <= 31
        && Digits.number(number, 4, 6) <= 12
        && crossSum(digits, PENSION) % 10 == Digits.at(number, 11);
  }

  private static String letterAsDigits(char letter) {
    int ordinal = letter - 'A' + 1;
    return ordinal < 1 || ordinal > 26 ? "x" : (ordinal < 10 ? "0" : "") + ordinal;
  }

  private static int crossSum(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      int product = Digits.number(digits, i, i + 1) * weights[i];
      sum += product / 10 + product % 10;
    }
    return sum;
  }

  /** ICAO 9303: serial of identity card or passport with its check digit, weights 7 3 1. */
  static boolean deDocument(String value) {
    String number = Digits.alphanumeric(value);
    int sum = 0;
    for (int i = 0; i < DOCUMENT.length; i++) {
      sum += Character.digit(number.charAt(i), 36) * DOCUMENT[i];
    }
    return sum % 10 == number.charAt(9) - '0' && !Digits.allSame(number.substring(0, 9));
  }

  /** KBV LANR: weights 4 and 9, the seventh digit fills up to ten; then two digits of the field. */
  static boolean deLanr(String value) {
    String digits = Digits.only(value);
    int sum = Digits.weighted(digits, 4, 9, 4, 9, 4, 9);
    return digits.length() == 9
        && !digits.startsWith("000000")
        && (10 - sum % 10) % 10 == Digits.at(digits, 6);
  }

  /** KBV BSNR: begins with the number of an association of physicians, 01 to 98. */
  static boolean deBsnr(String value) {
    String digits = Digits.only(value);
    return digits.length() == 9
        && !digits.startsWith("00")
        && !digits.startsWith("99")
        && !Digits.allSame(digits.substring(2));
  }

  /** FZV annex 4: at most eight letters and digits in all. */
  static boolean dePlate(String value) {
    return value.codePoints().filter(Character::isLetterOrDigit).count() <= 8;
  }

  /** Postal codes run from 01067 to 99998. */
  static boolean dePlz(String value) {
    int code = Integer.parseInt(value);
    return value.length() == 5 && code >= 1_001 && code <= 99_998;
  }
}
