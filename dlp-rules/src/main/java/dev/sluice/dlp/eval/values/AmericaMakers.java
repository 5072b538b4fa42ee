package dev.sluice.dlp.eval.values;

import java.util.Map;

/** Numbers of the United States and Canada. */
final class AmericaMakers {
  private static final String MBI_LETTERS = "ACDEFGHJKMNPQRTUVWXY";
  private static final String MBI_ANY = MBI_LETTERS + Dice.DIGITS;

  private AmericaMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "us-ssn", (dice, a) -> ssn(dice),
        "us-itin",
            (dice, a) -> "9" + dice.digits(2) + dice.padded(70, 88, 2) + dice.padded(1, 9999, 4),
        "us-ein", (dice, a) -> dice.of("12", "20", "36", "47", "58", "82", "94") + dice.digits(7),
        "us-npi", (dice, a) -> npi(dice),
        "us-mbi", (dice, a) -> mbi(dice),
        "us-dea", (dice, a) -> dea(dice),
        "ca-sin", (dice, a) -> Sums.withLuhn(dice.padded(1, 7, 1) + dice.digits(7)));
  }

  /** Area 001 to 899 but 666, group and serial not zero (SSA). */
  private static String ssn(Dice dice) {
    int area = dice.between(1, 898);
    return String.format("%03d", area == 666 ? 665 : area)
        + dice.padded(1, 99, 2)
        + dice.padded(1, 9998, 4);
  }

  /** Luhn with the prefix 80840 (CMS). */
  private static String npi(Dice dice) {
    String payload = dice.of("1", "2") + dice.digits(8);
    return payload + Sums.luhn("80840" + payload);
  }

  /** Eleven characters by position (CMS). */
  private static String mbi(Dice dice) {
    return dice.padded(1, 9, 1)
        + dice.chars(MBI_LETTERS, 1)
        + dice.chars(MBI_ANY, 1)
        + dice.digits(1)
        + dice.chars(MBI_LETTERS, 1)
        + dice.chars(MBI_ANY, 1)
        + dice.digits(1)
        + dice.chars(MBI_LETTERS, 2)
        + dice.digits(2);
  }

  /** Registrant letter, initial, six digits and a check: odd places plus twice the even ones. */
  private static String dea(Dice dice) {
    String payload = dice.digits(6);
    return dice.of("A", "B", "F", "M")
        + dice.upper(1)
        + payload
        + Sums.weighted(payload, 1, 2) % 10;
  }
}
