package dev.sluice.dlp.eval.values;

/** Sums that check digits are made of. */
final class Sums {
  private static final int[][] VERHOEFF_D = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
    {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
    {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
    {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
    {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
    {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
    {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
    {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
  };
  private static final int[] VERHOEFF_P = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

  private Sums() {}

  /** Digits times weights; the weights are used again from the first where they end. */
  static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += Character.digit(digits.charAt(i), 36) * weights[i % weights.length];
    }
    return sum;
  }

  /** The digit that makes {@code payload + digit} pass the Luhn test (ISO/IEC 7812-1). */
  static int luhn(String payload) {
    int sum = 0;
    for (int i = 0; i < payload.length(); i++) {
      int digit = payload.charAt(payload.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled / 10 + doubled % 10;
    }
    return (10 - sum % 10) % 10;
  }

  static String withLuhn(String payload) {
    return payload + luhn(payload);
  }

  /** ISO 7064, MOD 11,10. */
  static int mod1110(String payload) {
    int product = 10;
    for (char c : payload.toCharArray()) {
      int sum = (c - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10;
  }

  /** The text as a number (letters are 10 to 35) modulo {@code modulus}. */
  static int modulo(String text, int modulus) {
    int rest = 0;
    for (char c : text.toCharArray()) {
      int digit = Character.digit(c, 36);
      rest = (rest * (digit > 9 ? 100 : 10) + digit) % modulus;
    }
    return rest;
  }

  /** Verhoeff's dihedral check digit (1969). */
  static int verhoeff(String payload) {
    int check = 0;
    for (int i = 0; i < payload.length(); i++) {
      int digit = payload.charAt(payload.length() - 1 - i) - '0';
      check = VERHOEFF_D[check][permuted(digit, i + 1)];
    }
    for (int digit = 0; digit < 10; digit++) {
      if (VERHOEFF_D[check][digit] == 0) {
        return digit;
      }
    }
    throw new IllegalStateException("the table has no inverse");
  }

  private static int permuted(int digit, int times) {
    int result = digit;
    for (int i = 0; i < times % 8; i++) {
      result = VERHOEFF_P[result];
    }
    return result;
  }
}
