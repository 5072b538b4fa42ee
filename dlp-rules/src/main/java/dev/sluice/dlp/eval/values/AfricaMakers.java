package dev.sluice.dlp.eval.values;

import java.util.Map;

/** Numbers of Africa and the Middle East. */
final class AfricaMakers {
  private AfricaMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "za-id",
            (dice, a) -> Sums.withLuhn(TimeMakers.birth(dice, "yyMMdd") + dice.digits(4) + "08"),
        "il-id", (dice, a) -> Sums.withLuhn(dice.padded(0, 3, 1) + dice.digits(7)),
        "ae-id",
            (dice, a) -> Sums.withLuhn("784" + TimeMakers.birth(dice, "yyyy") + dice.digits(7)),
        "ng-nin", (dice, a) -> nin(dice),
        "ng-plate",
            (dice, a) ->
                dice.of("ABC", "KJA", "LND", "GWA") + dice.padded(1, 999, 3) + dice.upper(2));
  }

  private static String nin(Dice dice) {
    String payload = dice.padded(1, 9, 1) + dice.digits(9);
    return payload + Sums.verhoeff(payload);
  }
}
