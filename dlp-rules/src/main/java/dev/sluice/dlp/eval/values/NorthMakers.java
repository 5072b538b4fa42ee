package dev.sluice.dlp.eval.values;

import java.util.Map;

/** Numbers of the Nordic and Baltic countries. */
final class NorthMakers {
  private NorthMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "se-pnr",
            (dice, a) -> Sums.withLuhn(TimeMakers.birth(dice, "yyMMdd") + dice.padded(1, 979, 3)),
        "se-org",
            (dice, a) ->
                Sums.withLuhn(dice.of("55", "80", "96") + dice.padded(20, 99, 2) + dice.digits(5)),
        "no-fnr", (dice, a) -> fnr(dice),
        "dk-cpr",
            (dice, a) -> TimeMakers.date(dice, 1940, 1999, "ddMMyy") + dice.padded(1, 3999, 4),
        "fi-hetu", (dice, a) -> hetu(dice),
        "ee-code", (dice, a) -> baltic(dice));
  }

  private static String fnr(Dice dice) {
    String nine = TimeMakers.date(dice, 1940, 1999, "ddMMyy") + dice.padded(1, 499, 3);
    int first = (11 - Sums.weighted(nine, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
    String ten = nine + first % 10;
    int second = (11 - Sums.weighted(ten, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return first == 10 || second == 10 ? fnr(dice) : ten + second;
  }

  private static String hetu(Dice dice) {
    String birth = TimeMakers.date(dice, 1940, 1999, "ddMMyy");
    String serial = dice.padded(2, 899, 3);
    int rest = Integer.parseInt(birth + serial) % 31;
    return birth + "-" + serial + "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(rest);
  }

  /** Estonia and Lithuania: two rows of weights. */
  private static String baltic(Dice dice) {
    String payload =
        dice.of("3", "4") + TimeMakers.date(dice, 1940, 1999, "yyMMdd") + dice.digits(3);
    int check = Sums.weighted(payload, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
    if (check == 10) {
      check = Sums.weighted(payload, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
    }
    return payload + check;
  }
}
