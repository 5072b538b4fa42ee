package dev.sluice.dlp.validate;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Numbers of banks and cards. */
final class Financial {

  /** ISO 13616 registry: length by country. */
  private static final Map<String, Integer> IBAN_LENGTHS =
      Map.ofEntries(
          entry("AD", 24),
          entry("AE", 23),
          entry("AL", 28),
          entry("AT", 20),
          entry("AZ", 28),
          entry("BA", 20),
          entry("BE", 16),
          entry("BG", 22),
          entry("BH", 22),
          entry("BI", 27),
          entry("BR", 29),
          entry("BY", 28),
          entry("CH", 21),
          entry("CR", 22),
          entry("CY", 28),
          entry("CZ", 24),
          entry("DE", 22),
          entry("DJ", 27),
          entry("DK", 18),
          entry("DO", 28),
          entry("EE", 20),
          entry("EG", 29),
          entry("ES", 24),
          entry("FI", 18),
          entry("FK", 18),
          entry("FO", 18),
          entry("FR", 27),
          entry("GB", 22),
          entry("GE", 22),
          entry("GI", 23),
          entry("GL", 18),
          entry("GR", 27),
          entry("GT", 28),
          entry("HN", 28),
          entry("HR", 21),
          entry("HU", 28),
          entry("IE", 22),
          entry("IL", 23),
          entry("IQ", 23),
          entry("IS", 26),
          entry("IT", 27),
          entry("JO", 30),
          entry("KW", 30),
          entry("KZ", 20),
          entry("LB", 28),
          entry("LC", 32),
          entry("LI", 21),
          entry("LT", 20),
          entry("LU", 20),
          entry("LV", 21),
          entry("LY", 25),
          entry("MC", 27),
          entry("MD", 24),
          entry("ME", 22),
          entry("MK", 19),
          entry("MN", 20),
          entry("MR", 27),
          entry("MT", 31),
          entry("MU", 30),
          entry("NI", 28),
          entry("NL", 18),
          entry("NO", 15),
          entry("OM", 23),
          entry("PK", 24),
          entry("PL", 28),
          entry("PS", 29),
          entry("PT", 25),
          entry("QA", 29),
          entry("RO", 24),
          entry("RS", 22),
          entry("RU", 33),
          entry("SA", 24),
          entry("SC", 31),
          entry("SD", 18),
          entry("SE", 24),
          entry("SI", 19),
          entry("SK", 24),
          entry("SM", 27),
          entry("SO", 23),
          entry("ST", 25),
          entry("SV", 28),
          entry("TL", 23),
          entry("TN", 24),
          entry("TR", 26),
          entry("UA", 29),
          entry("VA", 22),
          entry("VG", 24),
          entry("XK", 20),
          entry("YE", 30));

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
    if (four / 10 >= 300 && four / 10 <= 305 || four / 100 == 36 || four / 100 == 38) {
      return length == 14 || length == 16;
    }
    if (four >= 3528 && four <= 3589) {
      return length >= 16;
    }
    if (four / 100 == 62 || four / 100 == 81) {
      return length >= 16;
    }
    if (four == 6011 || four / 10 >= 644 && four / 10 <= 649 || four / 100 == 65) {
      return length >= 16;
    }
    if (four / 100 == 60 || four / 100 == 63 || four / 100 == 67 || four / 100 == 50) {
      return length >= 12;
    }
    return four / 100 >= 56 && four / 100 <= 58 && length >= 12
        || four >= 2200 && four <= 2204 && length >= 16;
  }

  /** ISO 13616: the country's length, then mod 97. */
  static boolean iban(String value) {
    String iban = Digits.alphanumeric(value);
    Integer length = iban.length() < 5 ? null : IBAN_LENGTHS.get(iban.substring(0, 2));
    return length != null
        && length == iban.length()
        && CheckDigits.mod97(iban.substring(4) + iban.substring(0, 4));
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
