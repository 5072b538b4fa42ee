package dev.sluice.dlp.validate;

import java.util.Set;

/** Numbers of the United Kingdom and Ireland. */
final class BritishIsles {

  private static final Set<String> NINO_NEVER = Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ");

  private BritishIsles() {}

  /** NHS Data Dictionary: weights 10 to 2, modulo 11. */
  static boolean ukNhs(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 10 || Digits.allSame(digits)) {
      return false;
    }
    int check = 11 - Digits.weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check != 10 && check % 11 == Digits.at(digits, 9);
  }

  /** HMRC NIM39110: letters never used, and prefixes never issued. */
  static boolean ukNino(String value) {
    String nino = Digits.alphanumeric(value);
    return nino.length() == 9
        && "DFIQUV".indexOf(nino.charAt(0)) < 0
        && "DFIOQUV".indexOf(nino.charAt(1)) < 0
        && !NINO_NEVER.contains(nino.substring(0, 2));
  }

  /** HMRC: the first digit checks the other nine, weights 6 7 8 9 10 5 4 3 2, modulo 11. */
  static boolean ukUtr(String value) {
    String digits = Digits.only(value);
    return digits.length() == 10
        && "21987654321".charAt(Digits.weighted(digits, 0, 6, 7, 8, 9, 10, 5, 4, 3, 2) % 11)
            == digits.charAt(0);
  }

  /** DVLA: surname padded with 9, decade, month (plus 50 for women), day, year, initials. */
  static boolean ukDriver(String value) {
    String number = Digits.alphanumeric(value);
    String surname = number.substring(0, 5).replaceAll("9+$", "");
    int month = Digits.number(number, 6, 8) % 50;
    int day = Digits.number(number, 8, 10);
    boolean initials = number.charAt(11) != '9' || number.charAt(12) == '9';
    return (number.length() == 16 || number.length() == 18)
        && !surname.isEmpty()
        && surname.indexOf('9') < 0
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= 31
        && initials;
  }

  /** DVLA INF104: current plates carry 02 to 50 or 51 to 99 as half-years since 2001. */
  static boolean ukPlate(String value) {
    String plate = Digits.alphanumeric(value);
    boolean current = plate.matches("[A-Z]{2}\\d{2}[A-Z]{3}");
    int half = current ? Digits.number(plate, 2, 4) % 50 : 1;
    return half >= (current && plate.charAt(2) < '5' ? 2 : 1) && half <= 30;
  }

  /** Revenue: weights 8 to 2, a second letter counts nine times, modulo 23, W for none. */
  static boolean iePpsn(String value) {
    String ppsn = Digits.alphanumeric(value);
    int sum = Digits.weighted(ppsn, 8, 7, 6, 5, 4, 3, 2);
    if (ppsn.length() == 9 && ppsn.charAt(8) != 'W') {
      sum += 9 * (ppsn.charAt(8) - 'A' + 1);
    }
    return (ppsn.length() == 8 || ppsn.length() == 9)
        && Digits.areAll(ppsn.substring(0, 7))
        && "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == ppsn.charAt(7);
  }
}
