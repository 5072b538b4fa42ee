package dev.sluice.dlp.transform;

import java.util.List;

/**
 * A card number of the same length and scheme under one of that scheme's published test prefixes,
 * with a right Luhn digit (ISO/IEC 7812-1). Nine free digits under each prefix for 16-digit cards,
 * so no room for a keyed check: cards are mapped again on a second run. Who needs as many numbers
 * as there are cards asks for {@code fpe}.
 */
final class CardSurrogate implements Surrogate {
  /** First six digits of numbers that payment providers publish for tests. */
  static final List<String> VISA =
      List.of(
          "424242", "411111", "401288", "400005", "444433", "400934", "401200", "421765", "450060",
          "400551");

  private static final List<String> MASTERCARD = List.of("555555", "510510", "520082", "545454");
  private static final List<String> MASTERCARD_2 = List.of("222300", "222100");
  private static final List<String> AMEX = List.of("378282", "371449", "378734");
  private static final List<String> DINERS = List.of("305693", "385200", "362272");
  private static final List<String> JCB = List.of("356600", "353011");
  private static final List<String> DISCOVER = List.of("601111", "601100");
  private static final List<String> UNION_PAY = List.of("620000");

  @Override
  public String make(String value, Draw draw) {
    String digits = Symbols.digits(value);
    List<String> prefixes = testPrefixes(digits);
    String prefix = prefixes.get(draw.below(prefixes.size()));
    if (digits.length() <= prefix.length() + 1) {
      return Symbols.pourDigits(value, draw.text(Draw.DIGITS, digits.length()));
    }
    String head = prefix + draw.text(Draw.DIGITS, digits.length() - prefix.length() - 1);
    return Symbols.pourDigits(value, head + luhnDigit(head));
  }

  static List<String> testPrefixes(String digits) {
    return switch (digits.isEmpty() ? '0' : digits.charAt(0)) {
      case '2' -> MASTERCARD_2;
      case '5' -> MASTERCARD;
      case '3' -> digits.length() == 14 ? DINERS : digits.length() == 15 ? AMEX : JCB;
      case '6' -> digits.startsWith("62") ? UNION_PAY : DISCOVER;
      default -> VISA;
    };
  }

  private static char luhnDigit(String head) {
    int sum = 0;
    for (int i = 0; i < head.length(); i++) {
      int d = head.charAt(head.length() - 1 - i) - '0';
      int v = i % 2 == 0 ? 2 * d : d;
      sum += v > 9 ? v - 9 : v;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
