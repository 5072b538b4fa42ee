package dev.sluice.dlp.eval.values;

import java.util.Map;

/** Numbers of France, the Low Countries, Austria and Switzerland. */
final class WestMakers {
  private WestMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "fr-nir", (dice, a) -> nir(dice),
        "fr-siren", (dice, a) -> Sums.withLuhn(dice.padded(3, 9, 1) + dice.digits(7)),
        "fr-siret",
            (dice, a) ->
                Sums.withLuhn(
                    Sums.withLuhn(dice.padded(3, 9, 1) + dice.digits(7)) + "000" + dice.digits(1)),
        "fr-spi", (dice, a) -> spi(dice),
        "nl-bsn", (dice, a) -> bsn(dice),
        "be-nrn", (dice, a) -> nrn(dice),
        "at-svnr", (dice, a) -> svnr(dice),
        "ch-ahv", (dice, a) -> ahv(dice),
        "ch-uid", (dice, a) -> uid(dice));
  }

  /** Sex, year, month, department, commune, order and 97 minus the rest of 97 (INSEE). */
  private static String nir(Dice dice) {
    String payload =
        dice.of("1", "2")
            + TimeMakers.birth(dice, "yyMM")
            + dice.of("06", "13", "31", "59", "69", "75", "92")
            + dice.padded(1, 989, 3)
            + dice.padded(1, 999, 3);
    return payload + String.format("%02d", 97 - Long.parseLong(payload) % 97);
  }

  private static String spi(Dice dice) {
    String payload = dice.padded(0, 3, 1) + dice.digits(9);
    return payload + String.format("%03d", Long.parseLong(payload) % 511);
  }

  /** The eleven test. */
  private static String bsn(Dice dice) {
    String payload = dice.padded(1, 8, 1) + dice.digits(7);
    int rest = Sums.weighted(payload, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return rest == 10 ? bsn(dice) : payload + rest;
  }

  private static String nrn(Dice dice) {
    String payload = TimeMakers.date(dice, 1945, 1999, "yyMMdd") + dice.padded(1, 998, 3);
    return payload + String.format("%02d", 97 - Long.parseLong(payload) % 97);
  }

  private static String svnr(Dice dice) {
    String serial = dice.padded(100, 999, 3);
    String birth = TimeMakers.birth(dice, "ddMMyy");
    int rest = Sums.weighted(serial + birth, 3, 7, 9, 5, 8, 4, 2, 1, 6) % 11;
    return rest == 10 ? svnr(dice) : serial + rest + birth;
  }

  /** EAN-13 with the country 756. */
  private static String ahv(Dice dice) {
    String payload = "756" + dice.digits(9);
    return payload + (10 - Sums.weighted(payload, 1, 3) % 10) % 10;
  }

  private static String uid(Dice dice) {
    String payload = dice.padded(1, 4, 1) + dice.digits(7);
    int check = (11 - Sums.weighted(payload, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11;
    return check == 10 ? uid(dice) : payload + check;
  }
}
