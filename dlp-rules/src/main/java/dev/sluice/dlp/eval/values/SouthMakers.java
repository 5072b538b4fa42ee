package dev.sluice.dlp.eval.values;

import java.util.Map;

/** Numbers of Spain, Italy, Portugal, Greece and Turkey. */
final class SouthMakers {
  private static final String DNI = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final int[] ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private SouthMakers() {}

  static Map<String, Maker> all() {
    return Map.ofEntries(
        Map.entry("es-dni", (dice, a) -> dni(dice.padded(1, 99_999_999, 8), "")),
        Map.entry("es-nie", (dice, a) -> nie(dice)),
        Map.entry("es-cif", (dice, a) -> cif(dice)),
        Map.entry("es-nss", (dice, a) -> nss(dice)),
        Map.entry("it-cf", (dice, a) -> codiceFiscale(dice)),
        Map.entry(
            "it-iva", (dice, a) -> Sums.withLuhn("0" + dice.digits(6) + dice.padded(1, 99, 3))),
        Map.entry("pt-nif", (dice, a) -> nif(dice)),
        Map.entry("gr-afm", (dice, a) -> afm(dice)),
        Map.entry(
            "gr-amka",
            (dice, a) -> Sums.withLuhn(TimeMakers.birth(dice, "ddMMyy") + dice.digits(4))),
        Map.entry("tr-tckn", (dice, a) -> tckn(dice)),
        Map.entry(
            "tr-plate",
            (dice, a) ->
                dice.padded(1, 81, 2)
                    + " "
                    + dice.chars("ABCDEFGHJKLMNPRSTUVYZ", 2)
                    + " "
                    + dice.between(100, 999)));
  }

  private static String dni(String digits, String shown) {
    return (shown.isEmpty() ? digits : shown) + DNI.charAt(Integer.parseInt(digits) % 23);
  }

  private static String nie(Dice dice) {
    int first = dice.between(0, 2);
    String rest = dice.digits(7);
    return dni(first + rest, "XYZ".charAt(first) + rest);
  }

  private static String cif(Dice dice) {
    String digits = dice.padded(1, 52, 2) + dice.digits(5);
    return dice.chars("ABEH", 1) + digits + Sums.luhn(digits);
  }

  private static String nss(Dice dice) {
    String payload = dice.of("08", "28", "41", "46") + dice.padded(10_000_000, 99_999_999, 8);
    return payload + String.format("%02d", Long.parseLong(payload) % 97);
  }

  /** Decree of 23 December 1976. */
  private static String codiceFiscale(Dice dice) {
    String consonants = "BCDFGLMNPRSTVZ";
    int day = dice.between(1, 28) + (dice.between(0, 1) == 1 ? 40 : 0);
    String payload =
        dice.chars(consonants, 6)
            + dice.digits(2)
            + dice.chars("ABCDEHLMPRST", 1)
            + String.format("%02d", day)
            + dice.of("H501", "F205", "L219", "A944", "D612");
    int sum = 0;
    for (int i = 0; i < payload.length(); i++) {
      char c = payload.charAt(i);
      int index = Character.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? ODD[index] : index;
    }
    return payload + (char) ('A' + sum % 26);
  }

  private static String nif(Dice dice) {
    String payload = dice.of("1", "2", "5") + dice.digits(7);
    int rest = Sums.weighted(payload, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return payload + (rest < 2 ? 0 : 11 - rest);
  }

  private static String afm(Dice dice) {
    String payload = dice.of("0", "1") + dice.digits(7);
    return payload + Sums.weighted(payload, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10;
  }

  private static String tckn(Dice dice) {
    String nine = dice.padded(1, 9, 1) + dice.digits(8);
    int odd = Sums.weighted(nine, 1, 0);
    int even = Sums.weighted(nine, 0, 1);
    String ten = nine + Math.floorMod(odd * 7 - even, 10);
    return ten + Sums.weighted(ten, 1) % 10;
  }
}
