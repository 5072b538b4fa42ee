package dev.sluice.dlp.validate;

/** National numbers of Spain, Portugal, Italy and Turkey. */
final class EuropeSouth {

  private static final String NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final int[] CODICE_ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };
  private static final String CODICE_DIGITS = "LMNPQRSTUV";
  private static final String CODICE_MONTHS = "ABCDEHLMPRST";

  private EuropeSouth() {}

  /** Ministerio del Interior: the letter is the number modulo 23; K, L and M count for nothing. */
  static boolean esNif(String value) {
    String nif = Digits.alphanumeric(value);
    boolean special = "KLM".indexOf(nif.charAt(0)) >= 0;
    String digits = nif.substring(special ? 1 : 0, nif.length() - 1);
    return digits.length() >= 7
        && digits.length() <= 8
        && Digits.areAll(digits)
        && Integer.parseInt(digits) > 0
        && NIF_LETTERS.charAt(Integer.parseInt(digits) % 23) == nif.charAt(nif.length() - 1);
  }

  /** As {@link #esNif} with X, Y, Z for 0, 1, 2. */
  static boolean esNie(String value) {
    String nie = Digits.alphanumeric(value);
    int first = "XYZ".indexOf(nie.charAt(0));
    return nie.length() == 9
        && first >= 0
        && Digits.areAll(nie.substring(1, 8))
        && NIF_LETTERS.charAt(Integer.parseInt(first + nie.substring(1, 8)) % 23) == nie.charAt(8);
  }

  /** Orden EHA/451/2008: Luhn over seven digits; a digit or the letter JABCDEFGHI by kind. */
  static boolean esCif(String value) {
    String cif = Digits.alphanumeric(value);
    if (cif.length() != 9 || !Digits.areAll(cif.substring(1, 8))) {
      return false;
    }
    String body = cif.substring(1, 8);
    int check = 0;
    while (!CheckDigits.luhn(body + check)) {
      check++;
    }
    boolean letter =
        cif.charAt(8) == "JABCDEFGHI".charAt(check) && "ABEH".indexOf(cif.charAt(0)) < 0;
    boolean digit = cif.charAt(8) == (char) ('0' + check) && "PQRSNW".indexOf(cif.charAt(0)) < 0;
    return letter || digit;
  }

  /** Seguridad Social: province, number, and both modulo 97; a short number loses its zero. */
  static boolean esNss(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 12 || digits.startsWith("00")) {
      return false;
    }
    int number = Digits.number(digits, 2, 10);
    long body =
        Digits.number(digits, 0, 2) * (number < 10_000_000 ? 10_000_000L : 100_000_000L) + number;
    return body % 97 == Digits.number(digits, 10, 12);
  }

  /** NIF: weights 9 to 2, modulo 11. */
  static boolean ptNif(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 9 || "1235689".indexOf(digits.charAt(0)) < 0) {
      return false;
    }
    int check = 11 - Digits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return (check >= 10 ? 0 : check) == Digits.at(digits, 8);
  }

  /**
   * DM 23/12/1976: odd and even positions weigh differently, modulo 26. Where two persons would
   * share a code, digits become letters (omocodia). Day plus 40 for women.
   */
  static boolean itFiscalCode(String value) {
    String code = Digits.alphanumeric(value);
    if (code.length() != 16) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = code.charAt(i);
      int index = Digits.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? CODICE_ODD[index] : index;
    }
    int day = codiceDigit(code.charAt(9)) * 10 + codiceDigit(code.charAt(10));
    return 'A' + sum % 26 == code.charAt(15)
        && CODICE_MONTHS.indexOf(code.charAt(8)) >= 0
        && day % 40 >= 1
        && day % 40 <= 31
        && day <= 71;
  }

  private static int codiceDigit(char c) {
    return Digits.isDigit(c) ? c - '0' : CODICE_DIGITS.indexOf(c);
  }

  /** Partita IVA: Luhn over eleven digits. */
  static boolean itVat(String value) {
    String digits = Digits.only(value);
    return digits.length() == 11 && !Digits.allSame(digits) && CheckDigits.luhn(digits);
  }

  /** NVI: two check digits out of odd and even places. */
  static boolean trTckn(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 11 || digits.charAt(0) == '0') {
      return false;
    }
    int odd = Digits.weighted(digits, 1, 0, 1, 0, 1, 0, 1, 0, 1);
    int even = Digits.weighted(digits, 0, 1, 0, 1, 0, 1, 0, 1);
    int tenth = Math.floorMod(odd * 7 - even, 10);
    return tenth == Digits.at(digits, 9) && (odd + even + tenth) % 10 == Digits.at(digits, 10);
  }

  /**
   * Highway traffic regulation: province 01 to 81; one letter and four digits or five, two letters
   * and three or four, three letters and two or three.
   */
  static boolean trPlate(String value) {
    String plate = Digits.alphanumeric(value);
    int province = Digits.number(plate, 0, 2);
    String rest = plate.substring(2);
    return province >= 1
        && province <= 81
        && rest.matches("[A-Z]\\d{4,5}|[A-Z]{2}\\d{3,4}|[A-Z]{3}\\d{2,3}")
        && !rest.matches("[A-Z]+0+");
  }
}
