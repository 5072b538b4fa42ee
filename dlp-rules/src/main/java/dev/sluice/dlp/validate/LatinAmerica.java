package dev.sluice.dlp.validate;

/** Numbers of Mexico, Brazil, Argentina, Chile, Colombia and Peru. */
final class LatinAmerica {

  private static final String CURP_ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
  private static final String RFC_ALPHABET = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";

  private LatinAmerica() {}

  /** RENAPO: position times weight over the alphabet with Ñ, modulo 10; and the birth date. */
  static boolean mxCurp(String value) {
    String curp = value.toUpperCase(java.util.Locale.ROOT);
    if (curp.length() != 18) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += CURP_ALPHABET.indexOf(curp.charAt(i)) * (18 - i);
    }
    return (10 - sum % 10) % 10 == curp.charAt(17) - '0' && isDate(curp, 4);
  }

  /** SAT: three letters of a company or four of a person, then a date; generic ones are none. */
  static boolean mxRfcDate(String value) {
    String rfc = compactRfc(value);
    return (rfc.length() == 12 || rfc.length() == 13) && isDate(rfc, rfc.length() - 9);
  }

  /** SAT annex: as {@link #mxRfcDate}, and the last character checks the rest, modulo 11. */
  static boolean mxRfc(String value) {
    String rfc = compactRfc(value);
    String padded = rfc.length() == 12 ? " " + rfc : rfc;
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += RFC_ALPHABET.indexOf(padded.charAt(i)) * (13 - i);
    }
    char check = "0A987654321".charAt(sum % 11);
    return padded.length() == 13 && padded.charAt(12) == check && mxRfcDate(value);
  }

  private static String compactRfc(String value) {
    return value.replace("-", "").replace(" ", "").toUpperCase(java.util.Locale.ROOT);
  }

  private static boolean isDate(String text, int at) {
    return Calendar.isShortDate(
        Digits.number(text, at, at + 2),
        Digits.number(text, at + 2, at + 4),
        Digits.number(text, at + 4, at + 6));
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

  /**
   * Receita Federal: two check digits modulo 11, weights 2 to 9 from the right. Since July 2026 the
   * first twelve places hold letters too, each worth its ASCII code less 48 (IN RFB 2229/2024).
   */
  static boolean brCnpj(String value) {
    String cnpj = Digits.alphanumeric(value);
    return cnpj.length() == 14
        && !Digits.allSame(cnpj)
        && cnpjDigit(cnpj, 12) == Digits.at(cnpj, 12)
        && cnpjDigit(cnpj, 13) == Digits.at(cnpj, 13);
  }

  private static int cnpjDigit(String cnpj, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += Digits.at(cnpj, length - 1 - i) * (2 + i % 8);
    }
    int rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  }

  /** AFIP: weights 5 4 3 2 7 6 5 4 3 2, modulo 11. */
  static boolean arCuit(String value) {
    String digits = Digits.only(value);
    int rest = 11 - Digits.weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return digits.length() == 11 && rest % 11 == Digits.at(digits, 10);
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

  /** DIAN: primes 3 7 13 17 19 23 29 37 41 from the right, modulo 11. */
  static boolean coNit(String value) {
    String digits = Digits.only(value);
    int[] weights = {3, 7, 13, 17, 19, 23, 29, 37, 41};
    int last = digits.length() - 1;
    int sum = 0;
    for (int i = 0; i < last; i++) {
      sum += Digits.at(digits, last - 1 - i) * weights[i];
    }
    int rest = sum % 11;
    return last >= 8
        && !Digits.allSame(digits)
        && (rest < 2 ? rest : 11 - rest) == Digits.at(digits, last);
  }

  /** SUNAT: begins with 10, 15, 16, 17 or 20; weights 5 4 3 2 7 6 5 4 3 2, modulo 11. */
  static boolean peRuc(String value) {
    String digits = Digits.only(value);
    int rest = 11 - Digits.weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    int kind = Digits.number(digits, 0, 2);
    return digits.length() == 11
        && (kind == 10 || kind >= 15 && kind <= 17 || kind == 20)
        && rest % 10 == Digits.at(digits, 10);
  }
}
