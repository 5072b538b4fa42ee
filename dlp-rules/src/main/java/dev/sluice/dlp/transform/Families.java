package dev.sluice.dlp.transform;

import java.util.Set;

/** Which info types are treated alike. The names are Presidio's where it has one. */
final class Families {
  /**
   * Fewer than 10^6 values, or guessable: a fixed mapping could be undone by trying all, so each
   * exchange draws anew.
   */
  private static final Set<String> SMALL =
      Set.of(
          "CVV",
          "CREDIT_CARD_CVV",
          "CREDIT_CARD_EXPIRY",
          "EXPIRY",
          "PIN",
          "OTP",
          "ONE_TIME_PASSWORD",
          "POSTAL_CODE",
          "UK_POSTCODE",
          "DE_PLZ",
          "ZIP_CODE",
          "DATE_OF_BIRTH",
          "BIRTH_DATE",
          "AGE",
          "GENDER",
          "CREDIT_CARD_LAST4");

  private static final Set<String> NAMES =
      Set.of("PERSON", "PERSON_NAME", "FIRST_NAME", "LAST_NAME");

  private static final Set<String> DATES = Set.of("DATE_OF_BIRTH", "BIRTH_DATE");

  private static final Set<String> NO_LENGTH =
      Set.of("PASSWORD", "OTP", "ONE_TIME_PASSWORD", "PIN");

  private static final Set<String> TOKENS =
      Set.of(
          "PASSWORD",
          "GENERIC_SECRET",
          "SESSION_ID",
          "COOKIE",
          "CSRF_TOKEN",
          "TOKEN",
          "OPAQUE_ID",
          "API_KEY",
          "AUTH_TOKEN",
          "BEARER_TOKEN",
          "USERNAME",
          "STREET_ADDRESS",
          "LOCATION",
          "ORGANIZATION",
          "URL",
          "PRIVATE_KEY");

  private Families() {}

  static boolean isSmall(String type) {
    return SMALL.contains(type);
  }

  static boolean isName(String type) {
    return NAMES.contains(type);
  }

  static boolean isDate(String type) {
    return DATES.contains(type);
  }

  static boolean losesItsLength(String type) {
    return NO_LENGTH.contains(type);
  }

  /**
   * Numbers and codes that people write with or without separators: bank, tax and identity numbers.
   */
  static boolean isIdentifier(String type) {
    return !TOKENS.contains(type)
        && !isName(type)
        && !isSmall(type)
        && !type.endsWith("_TOKEN")
        && !type.endsWith("_KEY")
        && !type.endsWith("_SECRET")
        && type.indexOf('_') > 0;
  }
}
