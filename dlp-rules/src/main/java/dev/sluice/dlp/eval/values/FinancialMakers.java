package dev.sluice.dlp.eval.values;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cards, accounts and securities. */
final class FinancialMakers {
  private static final List<String> BANKS = List.of("DEUT", "BNPA", "CHAS", "HSBC", "INGB", "UBSW");

  private FinancialMakers() {}

  static Map<String, Maker> all() {
    Map<String, Maker> all = new HashMap<>();
    all.put("pan", (dice, brand) -> card(dice, brand));
    all.put("iban", (dice, country) -> iban(dice, country));
    all.put("bic", (dice, a) -> bic(dice));
    all.put("aba", (dice, a) -> aba(dice));
    all.put("clabe", (dice, a) -> clabe(dice));
    all.put("isin", (dice, a) -> isin(dice));
    all.put("lei", (dice, a) -> lei(dice));
    return all;
  }

  /** ISO/IEC 7812: issuer prefix, account, Luhn digit. */
  private static String card(Dice dice, String brand) {
    return switch (brand.isEmpty() ? dice.of("visa", "mc", "mc2", "amex", "disc") : brand) {
      case "amex" -> fill(dice, dice.of("34", "37"), 15);
      case "mc" -> fill(dice, dice.padded(51, 55, 2), 16);
      case "mc2" -> fill(dice, dice.padded(2221, 2720, 4), 16);
      case "disc" -> fill(dice, dice.of("6011", "65", "644"), 16);
      case "jcb" -> fill(dice, dice.padded(3528, 3589, 4), 16);
      case "diners" -> fill(dice, dice.of("36", "38", "300"), 14);
      case "maestro" -> fill(dice, "6759", 16);
      case "unionpay" -> fill(dice, "62", 16);
      default -> fill(dice, "4", 16);
    };
  }

  private static String fill(Dice dice, String prefix, int length) {
    return Sums.withLuhn(prefix + dice.digits(length - 1 - prefix.length()));
  }

  /** ISO 13616; the lengths are those of the SWIFT registry. */
  private static String iban(Dice dice, String country) {
    String code = country.isEmpty() ? dice.of("DE", "GB", "FR", "NL", "ES", "IT", "CH") : country;
    String bban =
        switch (code) {
          case "DE" -> dice.digits(18);
          case "GB" -> dice.of("BARC", "NWBK", "LOYD") + dice.digits(14);
          case "FR" -> dice.digits(20) + "A" + dice.digits(2);
          case "NL" -> dice.of("ABNA", "INGB", "RABO") + dice.digits(10);
          case "ES", "SE", "CZ" -> dice.digits(20);
          case "IT" -> dice.upper(1) + dice.digits(22);
          case "CH" -> dice.digits(17);
          case "NO" -> dice.digits(11);
          case "BE" -> dice.digits(12);
          case "AT" -> dice.digits(16);
          case "PL" -> dice.digits(24);
          case "MT" -> dice.upper(4) + dice.digits(5) + dice.chars(Dice.UPPER + Dice.DIGITS, 18);
          case "TR" -> dice.digits(5) + "0" + dice.digits(16);
          case "AE" -> dice.digits(19);
          default -> throw new IllegalArgumentException("no IBAN for " + code);
        };
    return code + String.format("%02d", 98 - Sums.modulo(bban + code + "00", 97)) + bban;
  }

  /** ISO 9362. */
  private static String bic(Dice dice) {
    return dice.pick(BANKS)
        + dice.of("DE", "FR", "US", "GB", "CH", "NL")
        + dice.of("FF", "PP", "33")
        + dice.of("", "XXX", "500");
  }

  /** Routing transit number: Federal Reserve prefix, weights 3 7 1. */
  private static String aba(Dice dice) {
    String payload = dice.of("01", "02", "06", "11", "12", "26", "32") + dice.digits(6);
    return payload + (10 - Sums.weighted(payload, 3, 7, 1) % 10) % 10;
  }

  /** Mexican bank account: bank, plaza, account, weights 3 7 1 each modulo 10. */
  private static String clabe(Dice dice) {
    String payload =
        dice.of("002", "012", "014", "072", "127") + dice.padded(10, 970, 3) + dice.digits(11);
    return payload + (10 - Sums.weighted(payload, 3, 7, 1) % 10) % 10;
  }

  /** ISO 6166: letters count as two digits, then Luhn. */
  private static String isin(Dice dice) {
    String payload = dice.of("US", "DE", "GB", "FR", "JP") + dice.digits(9);
    StringBuilder digits = new StringBuilder();
    for (char c : payload.toCharArray()) {
      digits.append(Character.digit(c, 36));
    }
    return payload + Sums.luhn(digits.toString());
  }

  /** ISO 17442. */
  private static String lei(Dice dice) {
    String payload =
        dice.of("5493", "2138", "5299") + "00" + dice.chars(Dice.UPPER + Dice.DIGITS, 12);
    return payload + String.format("%02d", 98 - Sums.modulo(payload + "00", 97));
  }
}
