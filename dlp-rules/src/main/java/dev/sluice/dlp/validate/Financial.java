package dev.sluice.dlp.validate;

import java.util.Locale;
import java.util.Set;

/** Numbers of banks and cards. */
final class Financial {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Financial() {}

  /** A payment card: an issuer's range, a length that issuer uses, and Luhn (ISO/IEC 7812). */
  static boolean card(String value) {
    String digits = Digits.only(value);
    return digits.length() >= 12
        && digits.length() <= 19
        && lengthFits(digits)
        && !Digits.allSame(digits)
        && CheckDigits.luhn(digits);
  }

  private static boolean lengthFits(String digits) {
    int length = digits.length();
    int four = Digits.number(digits, 0, 4);
    if (digits.charAt(0) == '4') {
      return length == 13 || length == 16 || length == 19;
    }
    if (four >= 5100 && four <= 5599 || four >= 2221 && four <= 2720) {
      return length == 16;
    }
    if (four / 100 == 34 || four / 100 == 37) {
      return length == 15;
    }
    if (four / 10 >= 300 && four / 10 <= 305 || four == 3095 || in(four / 100, 36, 36, 38, 39)) {
      return length == 14 || length == 16 || length == 19;
    }
    if (four == 2131 || four == 1800) {
      return length == 15;
    }
    if (length == 17 || length == 18) {
      return four / 100 == 62;
    }
    return length >= 16 ? sixteenOrMore(four) : maestro(four);
  }

  /** JCB, UnionPay, RuPay, Discover, Mir, Borica, Troy, Uzcard, Humo, Napas. */
  private static boolean sixteenOrMore(int four) {
    return in(four, 3528, 3589, 6440, 6599, 6011, 6011, 2200, 2205, 9792, 9792, 8600, 8600)
        || in(four, 9860, 9860, 9704, 9704)
        || in(four / 100, 62, 62, 81, 82)
        || maestro(four);
  }

  /** Maestro and the national schemes beside it, such as Elo, Hipercard, Verve and Dankort. */
  private static boolean maestro(int four) {
    return in(four / 100, 50, 50, 56, 58, 60, 61, 63, 63, 67, 69);
  }

  /** Whether the number lies in one of the ranges, both ends included. */
  private static boolean in(int number, int... ranges) {
    for (int i = 0; i < ranges.length; i += 2) {
      if (number >= ranges[i] && number <= ranges[i + 1]) {
        return true;
      }
    }
    return false;
  }

  static boolean isCountry(String code) {
    return COUNTRIES.contains(code);
  }

  /** ISO 9362: characters five and six are a country. */
  static boolean bic(String value) {
    return value.length() >= 8 && COUNTRIES.contains(value.substring(4, 6));
  }

  /** ABA routing number: a Federal Reserve prefix, weights 3 7 1. */
  static boolean aba(String value) {
    String digits = Digits.only(value);
    if (digits.length() != 9) {
      return false;
    }
    int prefix = Digits.number(digits, 0, 2);
    boolean known =
        prefix >= 1 && prefix <= 12
            || prefix >= 21 && prefix <= 32
            || prefix >= 61 && prefix <= 72
            || prefix == 80;
    return known && Digits.weighted(digits, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
  }
}
