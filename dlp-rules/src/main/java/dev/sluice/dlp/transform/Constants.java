package dev.sluice.dlp.transform;

import java.util.Map;

/** One never-real value per family, for the transform {@code replace}. */
final class Constants {
  private static final Map<String, String> VALUES =
      Map.of(
          "EMAIL_ADDRESS", "user@example.com",
          "PHONE_NUMBER", "+12025550100",
          "CREDIT_CARD", "4242424242424242",
          "IBAN_CODE", "DE89370400440532013000",
          "US_SSN", "000-00-0000",
          "IP_ADDRESS", "203.0.113.1",
          "MAC_ADDRESS", "02:00:00:00:00:00",
          "UUID", "00000000-0000-4000-8000-000000000000",
          "DATE_OF_BIRTH", "1970-01-01",
          "PERSON", "Alex Example");

  private Constants() {}

  static String of(String family, String infoType) {
    return VALUES.getOrDefault(family, "[" + infoType + "]");
  }
}
