package dev.sluice.dlp.eval.values;

import java.util.Map;

/** Numbers of East and South-East Asia. */
final class AsiaMakers {
  private AsiaMakers() {}

  static Map<String, Maker> all() {
    return Map.ofEntries(
        Map.entry("cn-id", (dice, a) -> resident(dice)),
        Map.entry("tw-id", (dice, a) -> taiwan(dice)),
        Map.entry("hk-id", (dice, a) -> hongKong(dice)),
        Map.entry("sg-nric", (dice, a) -> nric(dice)),
        Map.entry("sg-uen", (dice, a) -> uen(dice)),
        Map.entry("kr-rrn", (dice, a) -> korean(dice, dice.of("1", "2"), 11)),
        Map.entry("kr-frn", (dice, a) -> korean(dice, dice.of("5", "6"), 13)),
        Map.entry("kr-brn", (dice, a) -> brn(dice)),
        Map.entry("jp-my", (dice, a) -> myNumber(dice)),
        Map.entry("th-id", (dice, a) -> thai(dice)),
        Map.entry(
            "id-nik",
            (dice, a) ->
                dice.of("317101", "327305", "351508")
                    + TimeMakers.birth(dice, "ddMMyy")
                    + dice.padded(1, 99, 4)),
        Map.entry(
            "my-kad",
            (dice, a) ->
                TimeMakers.birth(dice, "yyMMdd")
                    + dice.of("01", "07", "10", "14")
                    + dice.digits(4)));
  }

  /** GB 11643: region, birth date, order, ISO 7064 MOD 11-2. */
  private static String resident(Dice dice) {
    String payload =
        dice.of("110101", "310115", "440305", "510104")
            + TimeMakers.birth(dice, "yyyyMMdd")
            + dice.padded(1, 999, 3);
    int rest = Sums.weighted(payload, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2) % 11;
    return payload + "10X98765432".charAt(rest);
  }

  private static String taiwan(Dice dice) {
    int letter = dice.between(0, 7);
    String digits = dice.of("1", "2") + dice.digits(7);
    String all = (letter + 10) + digits;
    return ""
        + (char) ('A' + letter)
        + digits
        + (10 - Sums.weighted(all, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 10) % 10;
  }

  private static String hongKong(Dice dice) {
    char letter = dice.chars("ACDEGHKPRVYZ", 1).charAt(0);
    String digits = dice.digits(6);
    int sum = 36 * 9 + (letter - 'A' + 10) * 8 + Sums.weighted(digits, 7, 6, 5, 4, 3, 2);
    int check = (11 - sum % 11) % 11;
    return letter + digits + "(" + (check == 10 ? "A" : "" + check) + ")";
  }

  private static String nric(Dice dice) {
    String first = dice.of("S", "T", "F", "G");
    String digits = dice.digits(7);
    int offset = first.equals("T") || first.equals("G") ? 4 : 0;
    int rest = (Sums.weighted(digits, 2, 7, 6, 5, 4, 3, 2) + offset) % 11;
    boolean citizen = first.equals("S") || first.equals("T");
    return first + digits + (citizen ? "JZIHGFEDCBA" : "XWUTRQPNMLK").charAt(rest);
  }

  private static String uen(Dice dice) {
    String digits = dice.of("53", "52", "40") + dice.digits(6);
    return digits + "XMKECAWLJDB".charAt(Sums.weighted(digits, 10, 4, 9, 3, 8, 2, 7, 1) % 11);
  }

  private static String korean(Dice dice, String sex, int from) {
    String payload =
        TimeMakers.date(dice, 1950, 1999, "yyMMdd")
            + sex
            + dice.of("00", "11", "27", "48", "63", "82")
            + dice.digits(3);
    int check = (from - Sums.weighted(payload, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11) % 10;
    return payload + check;
  }

  private static String brn(Dice dice) {
    String payload = dice.padded(101, 619, 3) + dice.padded(1, 89, 2) + dice.digits(4);
    int sum =
        Sums.weighted(payload, 1, 3, 7, 1, 3, 7, 1, 3, 5) + (payload.charAt(8) - '0') * 5 / 10;
    return payload + (10 - sum % 10) % 10;
  }

  private static String myNumber(Dice dice) {
    String payload = dice.padded(1, 9, 1) + dice.digits(10);
    int rest = Sums.weighted(payload, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return payload + (rest < 2 ? 0 : 11 - rest);
  }

  private static String thai(Dice dice) {
    String payload = dice.padded(1, 8, 1) + dice.padded(10, 96, 2) + dice.digits(9);
    return payload
        + (11 - Sums.weighted(payload, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10;
  }
}
