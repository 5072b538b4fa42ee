package dev.sluice.dlp.eval.values;

import java.util.Map;

/** Numbers of India. */
final class IndiaMakers {
  private static final String B36 = Dice.DIGITS + Dice.UPPER;

  private IndiaMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "in-aadhaar", (dice, a) -> aadhaar(dice),
        "in-pan", (dice, a) -> pan(dice),
        "in-gstin", (dice, a) -> gstin(dice),
        "in-plate",
            (dice, a) ->
                dice.of("MH", "DL", "KA", "TN", "UP", "GJ")
                    + dice.padded(1, 20, 2)
                    + dice.chars("ABCDEFGHJKLMNPRSTUVWXYZ", 2)
                    + dice.padded(1000, 9999, 4),
        "in-voter", (dice, a) -> dice.upper(3) + dice.digits(7),
        "in-passport",
            (dice, a) -> dice.chars("ABCDEFGHJKLMNPRSTUVWY", 1) + dice.padded(1000000, 9999999, 7));
  }

  private static String aadhaar(Dice dice) {
    String payload = dice.padded(2, 9, 1) + dice.digits(10);
    return payload + Sums.verhoeff(payload);
  }

  private static String pan(Dice dice) {
    return dice.upper(3)
        + dice.of("P", "P", "C", "H")
        + dice.upper(1)
        + dice.padded(1, 9999, 4)
        + dice.upper(1);
  }

  /** State, PAN, entity, Z, check: base 36 with factors 1 and 2. */
  private static String gstin(Dice dice) {
    String payload = dice.of("07", "24", "27", "29", "33") + pan(dice) + "1Z";
    int sum = 0;
    for (int i = 0; i < payload.length(); i++) {
      int product = B36.indexOf(payload.charAt(i)) * (i % 2 + 1);
      sum += product / 36 + product % 36;
    }
    return payload + B36.charAt((36 - sum % 36) % 36);
  }
}
