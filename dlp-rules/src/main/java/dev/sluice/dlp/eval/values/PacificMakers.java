package dev.sluice.dlp.eval.values;

import java.util.Map;

/** Numbers of Australia and New Zealand. */
final class PacificMakers {
  private static final String NHI = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  private PacificMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "au-tfn", (dice, a) -> tfn(dice),
        "au-abn", (dice, a) -> abn(dice),
        "au-acn", (dice, a) -> acn(dice),
        "au-medicare", (dice, a) -> medicare(dice),
        "nz-ird", (dice, a) -> ird(dice),
        "nz-nhi", (dice, a) -> nhi(dice));
  }

  private static String tfn(Dice dice) {
    String digits = dice.padded(1, 9, 1) + dice.digits(8);
    return Sums.weighted(digits, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0 ? digits : tfn(dice);
  }

  private static String abn(Dice dice) {
    String digits = dice.padded(10, 99, 2) + dice.digits(9);
    int sum = Sums.weighted(digits, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10;
    return sum % 89 == 0 ? digits : abn(dice);
  }

  private static String acn(Dice dice) {
    String payload = dice.of("00", "08", "10", "60") + dice.digits(6);
    return payload + (10 - Sums.weighted(payload, 8, 7, 6, 5, 4, 3, 2, 1) % 10) % 10;
  }

  private static String medicare(Dice dice) {
    String payload = dice.padded(2, 6, 1) + dice.digits(7);
    return payload + Sums.weighted(payload, 1, 3, 7, 9) % 10 + dice.padded(1, 4, 1);
  }

  /** Of the range that is issued with nine digits; numbers end at 150 million. */
  private static String ird(Dice dice) {
    String payload = dice.padded(100, 149, 3) + dice.digits(5);
    int check = (11 - Sums.weighted(payload, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return check == 10 ? ird(dice) : payload + check;
  }

  /** Old form: three letters (no I, O), three digits, check. */
  private static String nhi(Dice dice) {
    String payload = dice.chars(NHI, 3) + dice.digits(3);
    int sum = 0;
    for (int i = 0; i < 6; i++) {
      char c = payload.charAt(i);
      sum += (i < 3 ? NHI.indexOf(c) + 1 : c - '0') * (7 - i);
    }
    return sum % 11 == 0 ? nhi(dice) : payload + (11 - sum % 11) % 10;
  }
}
