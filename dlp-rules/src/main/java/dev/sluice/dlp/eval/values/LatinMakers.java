package dev.sluice.dlp.eval.values;

import java.util.Map;

/** Numbers of Latin America. */
final class LatinMakers {
  private static final String CURP = "0123456789ABCDEFGHIJKLMN#OPQRSTUVWXYZ";

  private LatinMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "br-cpf", (dice, a) -> cpf(dice),
        "br-cnpj", (dice, a) -> cnpj(dice),
        "ar-cuit", (dice, a) -> cuit(dice),
        "cl-rut", (dice, a) -> rut(dice),
        "co-nit", (dice, a) -> nit(dice),
        "pe-ruc", (dice, a) -> ruc(dice),
        "mx-curp", (dice, a) -> curp(dice),
        "mx-rfc",
            (dice, a) ->
                initials(dice) + TimeMakers.birth(dice, "yyMMdd") + dice.chars("ABC123", 3));
  }

  private static String cpf(Dice dice) {
    String nine = dice.digits(9);
    String ten = nine + eleven(Sums.weighted(nine, 10, 9, 8, 7, 6, 5, 4, 3, 2));
    return ten + eleven(Sums.weighted(ten, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2));
  }

  private static String cnpj(Dice dice) {
    String twelve = dice.digits(8) + "000" + dice.padded(1, 9, 1);
    String more = twelve + eleven(Sums.weighted(twelve, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2));
    return more + eleven(Sums.weighted(more, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2));
  }

  private static int eleven(int sum) {
    return sum % 11 < 2 ? 0 : 11 - sum % 11;
  }

  private static String cuit(Dice dice) {
    String payload = dice.of("20", "23", "27", "30") + dice.digits(8);
    int check = (11 - Sums.weighted(payload, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return check == 10 ? cuit(dice) : payload + check;
  }

  private static String rut(Dice dice) {
    String payload = dice.padded(10, 24, 2) + dice.digits(6);
    int check = 11 - Sums.weighted(payload, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return payload + (check == 11 ? "0" : check == 10 ? "K" : "" + check);
  }

  private static String nit(Dice dice) {
    String payload = dice.of("8", "9") + dice.digits(8);
    int rest = Sums.weighted(payload, 41, 37, 29, 23, 19, 17, 13, 7, 3) % 11;
    return payload + (rest < 2 ? rest : 11 - rest);
  }

  private static String ruc(Dice dice) {
    String payload = dice.of("10", "20") + dice.digits(8);
    return payload + (11 - Sums.weighted(payload, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 10;
  }

  private static String initials(Dice dice) {
    return dice.chars("BCDFGLMPRST", 1) + dice.chars("AEIOU", 1) + dice.chars("BCDFGLMPRST", 2);
  }

  /** RENAPO: initials, birth date, sex, state, consonants, homonym, check. */
  private static String curp(Dice dice) {
    String payload =
        initials(dice)
            + TimeMakers.birth(dice, "yyMMdd")
            + dice.of("H", "M")
            + dice.of("DF", "JC", "NL", "OC", "VZ")
            + dice.chars("BCDFGLMNPRST", 3)
            + dice.digits(1);
    int sum = 0;
    for (int i = 0; i < payload.length(); i++) {
      sum += CURP.indexOf(payload.charAt(i)) * (18 - i);
    }
    return payload + (10 - sum % 10) % 10;
  }
}
