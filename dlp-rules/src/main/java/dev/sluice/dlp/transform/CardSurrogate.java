package dev.sluice.dlp.transform;

/**
 * A card number of the same length and scheme under that scheme's published test prefix, with a
 * right Luhn digit (ISO/IEC 7812-1). Nine free digits for 16-digit cards, so no room for a keyed
 * check: cards are mapped again on a second run.
 */
final class CardSurrogate implements Surrogate {
  @Override
  public String make(String value, Draw draw) {
    String digits = Symbols.digits(value);
    String prefix = testPrefix(digits);
    if (digits.length() <= prefix.length() + 1) {
      return Symbols.pourDigits(value, draw.text(Draw.DIGITS, digits.length()));
    }
    String head = prefix + draw.text(Draw.DIGITS, digits.length() - prefix.length() - 1);
    return Symbols.pourDigits(value, head + luhnDigit(head));
  }

  private static String testPrefix(String digits) {
    return switch (digits.isEmpty() ? '0' : digits.charAt(0)) {
      case '2', '5' -> "555555";
      case '3' -> digits.length() == 14 ? "305693" : digits.length() == 15 ? "378282" : "356600";
      case '6' -> "601111";
      default -> "424242";
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
