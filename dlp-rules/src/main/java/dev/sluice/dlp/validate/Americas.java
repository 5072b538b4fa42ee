package dev.sluice.dlp.validate;

/** National numbers of the Americas. */
final class Americas {

  private static final String CURP_ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

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
        && CheckDigits.luhn("80840" + digits);
  }

  /** DEA: two letters, six digits, check digit (d1+d3+d5 + 2(d2+d4+d6)) mod 10. */
  static boolean usDea(String value) {
    String digits = Digits.only(value);
    return digits.length() == 7
        && Digits.weighted(digits, 1, 2, 1, 2, 1, 2) % 10 == Digits.at(digits, 6);
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

  /** Receita Federal: two check digits modulo 11. */
  static boolean brCpf(String value) {
    String digits = Digits.only(value);
    return digits.length() == 11
        && !Digits.allSame(digits)
        && cpfDigit(digits, 9) == Digits.at(digits, 9)
        && cpfDigit(digits, 10) == Digits.at(digits, 10);
  }

  private static int cpfDigit(String digits, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += Digits.at(digits, i) * (length + 1 - i);
    }
    int rest = sum * 10 % 11;
    return rest == 10 ? 0 : rest;
  }

  /** Receita Federal: two check digits modulo 11, weights 2 to 9 from the right. */
  static boolean brCnpj(String value) {
    String digits = Digits.only(value);
    return digits.length() == 14
        && !Digits.allSame(digits)
        && cnpjDigit(digits, 12) == Digits.at(digits, 12)
        && cnpjDigit(digits, 13) == Digits.at(digits, 13);
  }

  private static int cnpjDigit(String digits, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += Digits.at(digits, length - 1 - i) * (2 + i % 8);
    }
    int rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  }

  /** AFIP: weights 5 4 3 2 7 6 5 4 3 2, modulo 11. */
  static boolean arCuit(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 11) {
      return false;
    }
    int rest = 11 - Digits.weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return rest % 11 == Digits.at(digits, 10);
  }

  /** Servicio de Registro Civil: weights 2 to 7 from the right, modulo 11, K for ten. */
  static boolean clRut(String value) {
    String rut = Digits.alphanumeric(value);
    String body = rut.substring(0, Math.max(0, rut.length() - 1));
    if (body.length() < 7 || !Digits.areAll(body) || Digits.allSame(body)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += Digits.at(body, body.length() - 1 - i) * (2 + i % 6);
    }
    int check = (11 - sum % 11) % 11;
    return rut.charAt(rut.length() - 1) == (check == 10 ? 'K' : (char) ('0' + check));
  }

  /** RENAPO: position times weight over the alphabet with Ñ, modulo 10; and the birth date. */
  static boolean mxCurp(String value) {
    if (value.length() != 18) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += CURP_ALPHABET.indexOf(value.charAt(i)) * (18 - i);
    }
    return (10 - sum % 10) % 10 == value.charAt(17) - '0'
        && Calendar.isShortDate(
            Digits.number(value, 4, 6), Digits.number(value, 6, 8), Digits.number(value, 8, 10));
  }
}
