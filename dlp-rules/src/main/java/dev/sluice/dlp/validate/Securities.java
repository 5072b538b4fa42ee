package dev.sluice.dlp.validate;

/** Numbers of securities, legal entities and Mexican accounts. */
final class Securities {

  private Securities() {}

  /** ISO 6166: letters as two digits, then Luhn. */
  static boolean isin(String value) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      digits.append(Character.digit(value.charAt(i), 36));
    }
    return value.length() == 12
        && (Financial.isCountry(value.substring(0, 2)) || value.startsWith("XS"))
        && CheckDigits.luhn(digits.toString());
  }

  /** ISO 17442: 20 characters, MOD 97-10. */
  static boolean lei(String value) {
    return value.length() == 20 && CheckDigits.mod97(value);
  }

  /** CLABE of Banco de México: weights 3 7 1 without carrying, over 17 digits. */
  static boolean clabe(String value) {
    String digits = Digits.only(value);
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += Digits.at(digits, i) * new int[] {3, 7, 1}[i % 3] % 10;
    }
    return digits.length() == 18
        && !Digits.allSame(digits)
        && (10 - sum % 10) % 10 == Digits.at(digits, 17);
  }
}
