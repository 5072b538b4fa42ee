package dev.sluice.dlp.eval.values;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Numbers of Germany. */
final class GermanMakers {
  private static final String DOCUMENT = "CFGHJKLMNPRTVWXYZ";

  private GermanMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "de-tax-id", (dice, a) -> taxId(dice),
        "de-vat", (dice, a) -> vat(dice),
        "de-pension", (dice, a) -> pension(dice),
        "de-health", (dice, a) -> health(dice),
        "de-document", (dice, first) -> document(dice, first),
        "de-driver", (dice, a) -> driver(dice),
        "de-bsnr", (dice, a) -> dice.of("01", "03", "17", "38", "52", "72", "93") + dice.digits(7),
        "de-lanr", (dice, a) -> lanr(dice),
        "de-plate",
            (dice, a) ->
                dice.of("B", "M", "HH", "K", "S", "MUC", "LEV")
                    + "-"
                    + dice.upper(2)
                    + " "
                    + dice.between(1, 9999),
        "de-plz", (dice, a) -> dice.of("10115", "20095", "50667", "80331", "01067", "70173"));
  }

  /** Ten digits of which exactly one stands twice, and ISO 7064 MOD 11,10. */
  private static String taxId(Dice dice) {
    List<Character> digits = new ArrayList<>();
    "0123456789".chars().forEach(c -> digits.add((char) c));
    Collections.shuffle(digits, new Random(dice.between(0, 1 << 30)));
    if (digits.get(0) == '0') {
      Collections.swap(digits, 0, 9);
    }
    digits.set(9, digits.get(dice.between(0, 7)));
    StringBuilder payload = new StringBuilder();
    digits.forEach(payload::append);
    return payload.toString() + Sums.mod1110(payload.toString());
  }

  private static String vat(Dice dice) {
    String payload = dice.padded(1, 9, 1) + dice.digits(7);
    return "DE" + payload + Sums.mod1110(payload);
  }

  /** Area, birth date, initial, serial, check over crossed sums (VKVV section 4). */
  private static String pension(Dice dice) {
    String area = dice.of("02", "08", "10", "15", "53", "65");
    String birth = TimeMakers.birth(dice, "ddMMyy");
    String letter = dice.chars("ABDEGHKLMNRSTW", 1);
    String serial = dice.digits(2);
    String digits = area + birth + ordinal(letter) + serial;
    return area
        + birth
        + letter
        + serial
        + crossed(digits, 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1) % 10;
  }

  /** Letter, eight digits and a check with weights 1 and 2 over crossed sums. */
  private static String health(Dice dice) {
    String letter = dice.upper(1);
    String digits = dice.digits(8);
    return letter + digits + crossed(ordinal(letter) + digits, 1, 2) % 10;
  }

  private static String ordinal(String letter) {
    return String.format("%02d", letter.charAt(0) - 'A' + 1);
  }

  private static int crossed(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int product = (digits.charAt(i) - '0') * weights[i % weights.length];
      sum += product / 10 + product % 10;
    }
    return sum;
  }

  /** ICAO 9303: nine characters and a check digit with weights 7 3 1. */
  private static String document(Dice dice, String first) {
    String start = first.isEmpty() ? dice.chars("LMNPRTVWXY", 1) : first;
    String payload = start + dice.chars(DOCUMENT + Dice.DIGITS, 7) + dice.digits(1);
    return payload + Sums.weighted(payload, 7, 3, 1) % 10;
  }

  private static String driver(Dice dice) {
    String payload =
        dice.of("B", "N", "J", "F")
            + dice.digits(2)
            + dice.of("0", "R", "X")
            + dice.chars(DOCUMENT + Dice.DIGITS, 5);
    int rest = Sums.weighted(payload, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11;
    return payload + (rest == 10 ? "X" : "" + rest) + dice.padded(1, 2, 1);
  }

  /** Six digits, a check with weights 4 and 9, and a two-digit speciality. */
  private static String lanr(Dice dice) {
    String payload = dice.padded(1, 9, 1) + dice.digits(5);
    return payload + (10 - Sums.weighted(payload, 4, 9) % 10) % 10 + dice.padded(1, 99, 2);
  }
}
