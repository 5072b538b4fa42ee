package dev.sluice.dlp.eval.values;

import java.util.Map;

/** Numbers of the United Kingdom and Ireland. */
final class IslesMakers {
  private IslesMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "uk-nhs", (dice, a) -> nhs(dice),
        "uk-nino",
            (dice, a) ->
                dice.chars("ABCEGHJKLMNPRSTWXYZ", 1)
                    + dice.chars("ABCEGHJKLMPRSTWXYZ", 1)
                    + dice.digits(6)
                    + dice.chars("ABCD", 1),
        "uk-utr", (dice, a) -> utr(dice),
        "uk-driver", (dice, a) -> driver(dice),
        "uk-postcode", (dice, a) -> postcode(dice),
        "uk-plate",
            (dice, a) ->
                dice.chars("ABCDEFGHJKLMNOPRSTUVWXY", 2)
                    + dice.of("05", "12", "19", "21", "58", "65", "70")
                    + dice.chars("ABCDEFGHJKLMNOPRSTUVWXY", 3),
        "ie-ppsn", (dice, second) -> ppsn(dice, second));
  }

  private static String nhs(Dice dice) {
    String payload = dice.padded(4, 7, 1) + dice.digits(8);
    int check = (11 - Sums.weighted(payload, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return check == 10 ? nhs(dice) : payload + check;
  }

  /** The check digit stands first. */
  private static String utr(Dice dice) {
    String payload = dice.digits(9);
    return "21987654321".charAt(Sums.weighted(payload, 6, 7, 8, 9, 10, 5, 4, 3, 2) % 11) + payload;
  }

  /** DVLA: surname, decade, month (51 to 62 for women), day, year, initials, 9, two more. */
  private static String driver(Dice dice) {
    return dice.of("MORGA", "SMITH", "JONES", "TAYLO", "FOX99")
        + dice.digits(1)
        + dice.of("01", "07", "11", "53", "58", "62")
        + dice.padded(1, 28, 2)
        + dice.digits(1)
        + dice.of("AB", "SM", "J9", "RD")
        + "9"
        + dice.chars("ABCDEFGHJKLMNPRSTUVWX", 2);
  }

  private static String postcode(Dice dice) {
    return dice.of("M1", "B33", "CR2", "DN55", "W1A", "EC1A", "SW1A", "LS11", "NE30")
        + " "
        + dice.padded(1, 9, 1)
        + dice.chars("ABDEFGHJLNPQRSTUWXYZ", 2);
  }

  /** A second letter, given since 2013, counts nine times. */
  private static String ppsn(Dice dice, String second) {
    String payload = dice.padded(1, 9, 1) + dice.digits(6);
    int more = second.isEmpty() ? 0 : 9 * (second.charAt(0) - 'A' + 1);
    int rest = (Sums.weighted(payload, 8, 7, 6, 5, 4, 3, 2) + more) % 23;
    return payload + "WABCDEFGHIJKLMNOPQRSTUV".charAt(rest) + second;
  }
}
