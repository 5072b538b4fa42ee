package dev.sluice.dlp.validate;

import java.util.Set;

/** Numbers of India. */
final class India {

  private static final String GSTIN_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final Set<String> STATES =
      Set.of(
          "AN", "AP", "AR", "AS", "BR", "CG", "CH", "DD", "DL", "DN", "GA", "GJ", "HP", "HR", "JH",
          "JK", "KA", "KL", "LA", "LD", "MH", "ML", "MN", "MP", "MZ", "NL", "OD", "OR", "PB", "PY",
          "RJ", "SK", "TN", "TR", "TS", "TG", "UA", "UK", "UP", "WB");

  private India() {}

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
        && "ABCEFGHJLPTK".indexOf(Character.toUpperCase(value.charAt(3))) >= 0
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

  /** Central Motor Vehicles Rules: a state's letters, or year, BH, digits and letters. */
  static boolean inVehicle(String value) {
    String plate = Digits.alphanumeric(value);
    return plate.matches("\\d{2}BH\\d{4}[A-HJ-NP-Z]{1,2}")
        || STATES.contains(plate.substring(0, 2)) && !plate.matches(".*\\D0+");
  }
}
