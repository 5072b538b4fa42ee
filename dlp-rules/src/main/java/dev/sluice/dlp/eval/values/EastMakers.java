package dev.sluice.dlp.eval.values;

import java.util.Map;

/** Numbers of Central and Eastern Europe. */
final class EastMakers {
  private EastMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "pl-pesel", (dice, a) -> pesel(dice),
        "pl-nip", (dice, a) -> nip(dice),
        "cz-rc", (dice, a) -> rodneCislo(dice),
        "hu-taj", (dice, a) -> taj(dice),
        "ro-cnp", (dice, a) -> cnp(dice),
        "bg-egn", (dice, a) -> egn(dice),
        "hr-oib", (dice, a) -> oib(dice),
        "ua-rnokpp", (dice, a) -> rnokpp(dice));
  }

  private static String pesel(Dice dice) {
    String payload = TimeMakers.date(dice, 1940, 1999, "yyMMdd") + dice.digits(4);
    return payload + (10 - Sums.weighted(payload, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10;
  }

  private static String nip(Dice dice) {
    String payload = dice.of("526", "779", "676", "113") + dice.digits(6);
    int rest = Sums.weighted(payload, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11;
    return rest == 10 ? nip(dice) : payload + rest;
  }

  /** Ten digits divisible by eleven. */
  private static String rodneCislo(Dice dice) {
    String payload = TimeMakers.date(dice, 1955, 1999, "yyMMdd") + dice.padded(1, 999, 3);
    long rest = Long.parseLong(payload) % 11;
    return rest == 10 ? rodneCislo(dice) : payload + rest % 10;
  }

  private static String taj(Dice dice) {
    String payload = dice.padded(1, 9, 1) + dice.digits(7);
    return payload + Sums.weighted(payload, 3, 7) % 10;
  }

  private static String cnp(Dice dice) {
    String payload =
        dice.of("1", "2")
            + TimeMakers.date(dice, 1940, 1999, "yyMMdd")
            + dice.padded(1, 40, 2)
            + dice.padded(1, 999, 3);
    int rest = Sums.weighted(payload, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
    return payload + (rest == 10 ? 1 : rest);
  }

  private static String egn(Dice dice) {
    String payload = TimeMakers.date(dice, 1940, 1999, "yyMMdd") + dice.digits(3);
    return payload + Sums.weighted(payload, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10;
  }

  private static String oib(Dice dice) {
    String payload = dice.padded(1, 9, 1) + dice.digits(9);
    return payload + Sums.mod1110(payload);
  }

  private static String rnokpp(Dice dice) {
    String payload = dice.of("2", "3") + dice.digits(8);
    return payload + Math.floorMod(Sums.weighted(payload, -1, 5, 7, 9, 4, 6, 10, 5, 7), 11) % 10;
  }
}
