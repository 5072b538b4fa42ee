package dev.sluice.dlp.transform;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which info types are treated alike. A value found as a cookie here and as a bearer token there is
 * one value: types without a form of their own share one family, and so one surrogate.
 */
final class Families {
  static final String OPAQUE = "OPAQUE";
  static final String EMAIL = "EMAIL_ADDRESS";
  static final String UUID = "UUID";
  static final String PERSON = "PERSON";
  static final String CRYPTO = "CRYPTO";

  private static final Set<String> DATES = Set.of("DATE_OF_BIRTH", "BIRTH_DATE");
  private static final Set<String> EXPIRIES =
      Set.of("CREDIT_CARD_EXPIRATION", "CREDIT_CARD_EXPIRY", "EXPIRY");
  private static final Set<String> ONE_TIME = Set.of("OTP", "ONE_TIME_PASSWORD", "PIN");

  /**
   * Fewer than 10^6 values, or guessable: a fixed mapping could be undone by trying all, so each
   * exchange draws anew.
   */
  private static final Set<String> SMALL =
      Set.of(
          "CVV",
          "CREDIT_CARD_CVV",
          "CREDIT_CARD_LAST4",
          "POSTAL_CODE",
          "ZIP_CODE",
          "US_ZIP_CODE",
          "UK_POSTCODE",
          "DE_PLZ",
          "AGE",
          "GENDER");

  private static final Set<String> NAMES =
      Set.of(PERSON, "PERSON_NAME", "FULL_NAME", "FIRST_NAME", "LAST_NAME", "GIVEN_NAME");
  private static final Set<String> PLACES = Set.of("GEO_LOCATION", "LATITUDE", "LONGITUDE");
  private static final Set<String> OWN_FORM =
      Set.of(
          EMAIL,
          "PHONE_NUMBER",
          "CREDIT_CARD",
          "IBAN_CODE",
          "US_SSN",
          "IP_ADDRESS",
          "MAC_ADDRESS",
          UUID,
          "PASSWORD",
          "WEBHOOK_URL");

  /** Bank, tax and identity numbers: a country's code in front, or one of these. */
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "[A-Z]{2}_[A-Z0-9_]+|ABA_ROUTING_NUMBER|SWIFT_CODE|IMEI|VEHICLE_IDENTIFICATION_NUMBER"
              + "|MEDICAL_LICENSE|NATIONAL_ID|VEHICLE_REGISTRATION");

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern EMAIL_FORM =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,24}");

  private Families() {}

  /** The family whose surrogates and key a value of the type gets. */
  static String of(String type, String value) {
    if (OWN_FORM.contains(type)) {
      return type;
    }
    if (DATES.contains(type)) {
      return "DATE_OF_BIRTH";
    }
    if (EXPIRIES.contains(type)) {
      return "CREDIT_CARD_EXPIRATION";
    }
    if (ONE_TIME.contains(type)) {
      return "OTP";
    }
    if (SMALL.contains(type)) {
      return type;
    }
    if (NAMES.contains(type)) {
      return PERSON;
    }
    if (PLACES.contains(type)) {
      return "GEO_LOCATION";
    }
    return IDENTIFIER.matcher(type).matches() ? type : byForm(value);
  }

  /**
   * Whether a rule's validators may have a say. Where the family's own form is right by
   * construction they may not: two rules with different validators would give one value two
   * surrogates.
   */
  static boolean isJudged(String family) {
    return isIdentifier(family) && !family.equals("US_SSN");
  }

  /** Whether each exchange draws anew. */
  static boolean isSmall(String family) {
    return SMALL.contains(family)
        || family.equals("DATE_OF_BIRTH")
        || family.equals("CREDIT_CARD_EXPIRATION")
        || family.equals("OTP");
  }

  /** Numbers and codes that people write with or without separators. */
  static boolean isIdentifier(String family) {
    return !isSmall(family) && IDENTIFIER.matcher(family).matches()
        || family.equals("CREDIT_CARD")
        || family.equals("IBAN_CODE");
  }

  /**
   * A user name that is an e-mail address must stay equal to it; likewise ids that are UUIDs or
   * addresses.
   */
  private static String byForm(String value) {
    if (value.length() == 36 && UUID_FORM.matcher(value).matches()) {
      return UUID;
    }
    if (CryptoSurrogate.isAddress(value)) {
      return CRYPTO;
    }
    return value.indexOf('@') > 0 && EMAIL_FORM.matcher(value).matches() ? EMAIL : OPAQUE;
  }
}
