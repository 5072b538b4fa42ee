package dev.sluice.dlp.validate;

import java.util.regex.Pattern;

/** Numbers of the United States and Canada. The rest of the Americas is in {@link LatinAmerica}. */
final class Americas {

  private static final Pattern MBI =
      Pattern.compile(
          "[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\\d"
              + "[AC-HJKMNP-RT-Y]{2}\\d{2}");

  private Americas() {}

  /** SSA: area not 000, 666 or 9xx; group not 00; serial not 0000; not the advertised ones. */
  static boolean usSsn(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 9 || Digits.allSame(digits)) {
      return false;
    }
    int area = Digits.number(digits, 0, 3);
    return area != 0
        && area != 666
        && area < 900
        && Digits.number(digits, 3, 5) != 0
        && Digits.number(digits, 5, 9) != 0
        && !digits.equals("123456789")
        && !digits.equals("078051120")
        && !digits.equals("219099999");
  }

  /** IRS: 9xx, then 50-65, 70-88, 90-92 or 94-99. */
  static boolean usItin(String value) {
    String digits = Digits.only(value);
    int group = digits.length() == 9 ? Digits.number(digits, 3, 5) : 0;
    return digits.startsWith("9")
        && (group >= 50 && group <= 65
            || group >= 70 && group <= 88
            || group >= 90 && group <= 92
            || group >= 94);
  }

  /** CMS: Luhn over the prefix 80840 and the number. */
  static boolean usNpi(String value) {
    String digits = Digits.only(value);
    return digits.length() == 10
        && (digits.charAt(0) == '1' || digits.charAt(0) == '2')
        && !Digits.allSame(digits)
        && CheckDigits.luhn("80840" + digits);
  }

  /**
   * DEA: a letter for the kind, the first letter of the name or a 9, six digits, check digit
   * (d1+d3+d5 + 2(d2+d4+d6)) mod 10.
   */
  static boolean usDea(String value) {
    String number = Digits.alphanumeric(value);
    String digits = number.substring(2);
    return number.length() == 9
        && Digits.areAll(digits)
        && Digits.weighted(digits, 1, 2, 1, 2, 1, 2) % 10 == Digits.at(digits, 6);
  }

  /** CMS: letter and digit places, without S L O I B Z. */
  static boolean usMbi(String value) {
    return MBI.matcher(Digits.alphanumeric(value)).matches();
  }

  /** Luhn; never begins with 0 or 8. */
  static boolean caSin(String value) {
    String digits = Digits.only(value);
    return digits.length() == 9
        && digits.charAt(0) != '0'
        && digits.charAt(0) != '8'
        && !Digits.allSame(digits)
        && CheckDigits.luhn(digits);
  }
}
