package dev.sluice.dlp.validate;

import java.util.Set;

/** National numbers of Europe, A to I. The rest is in {@link EuropeNorth}. */
final class Europe {

  private static final String NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final int[] CODICE_ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };
  private static final Set<String> NINO_NEVER = Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ");

  private Europe() {}

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

  /** BZSt: ISO 7064 MOD 11,10; of the first ten digits exactly one occurs two or three times. */
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
    return repeated == 1 && CheckDigits.mod11And10(digits);
  }

  /** INSEE: 97 minus the first 13 digits modulo 97; Corsica's 2A and 2B count as 19 and 18. */
  static boolean frNir(String value) {
    String nir = Digits.alphanumeric(value);
    if (nir.length() != 15) {
      return false;
    }
    String digits = nir.replace("2A", "19").replace("2B", "18");
    if (!Digits.areAll(digits) || digits.length() != 15) {
      return false;
    }
    int month = Digits.number(digits, 3, 5);
    boolean plausible = month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50;
    long body = Long.parseLong(digits.substring(0, 13));
    return plausible && 97 - body % 97 == Digits.number(digits, 13, 15);
  }

  /** Ministerio del Interior: the letter is the number modulo 23. */
  static boolean esNif(String value) {
    String nif = Digits.alphanumeric(value);
    String digits = nif.substring(0, Math.max(0, nif.length() - 1));
    return digits.length() >= 7
        && Digits.areAll(digits)
        && NIF_LETTERS.charAt(Integer.parseInt(digits) % 23) == nif.charAt(nif.length() - 1);
  }

  /** As {@link #esNif} with X, Y, Z for 0, 1, 2. */
  static boolean esNie(String value) {
    String nie = Digits.alphanumeric(value);
    return nie.length() == 9 && esNif("XYZ".indexOf(nie.charAt(0)) + nie.substring(1));
  }

  /** DM 23/12/1976: odd and even positions weigh differently, modulo 26. */
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
    return 'A' + sum % 26 == code.charAt(15);
  }

  /** Partita IVA: Luhn over eleven digits. */
  static boolean itVat(String value) {
    String digits = Digits.only(value);
    return digits.length() == 11 && !Digits.allSame(digits) && CheckDigits.luhn(digits);
  }

  /** Rijksregister: 97 minus the first nine digits modulo 97, a 2 before them since 2000. */
  static boolean beNrn(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 11 || Digits.number(digits, 2, 4) > 12) {
      return false;
    }
    long body = Long.parseLong(digits.substring(0, 9));
    int check = Digits.number(digits, 9, 11);
    return 97 - body % 97 == check || 97 - (2_000_000_000L + body) % 97 == check;
  }

  /** AHV: 756, then EAN-13. */
  static boolean chAhv(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 13 || !digits.startsWith("756")) {
      return false;
    }
    int sum = Digits.weighted(digits, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3);
    return (10 - sum % 10) % 10 == Digits.at(digits, 12);
  }
}
