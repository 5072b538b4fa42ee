package dev.sluice.dlp.transform;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;

/** Random originals per info type, made for tests. */
final class Samples {
  static final String[] TYPES = {
    "EMAIL_ADDRESS",
    "CREDIT_CARD",
    "IBAN_CODE",
    "PHONE_NUMBER",
    "US_SSN",
    "IP_ADDRESS",
    "MAC_ADDRESS",
    "UUID",
    "PERSON",
    "DATE_OF_BIRTH",
    "CVV",
    "PASSWORD",
    "SESSION_ID",
    "GITHUB_TOKEN",
    "STREET_ADDRESS",
    "USERNAME"
  };

  private Samples() {}

  static String make(String type, Random r) {
    return switch (type) {
      case "EMAIL_ADDRESS" ->
          letters(r, 6) + "." + letters(r, 8) + r.nextInt(100) + "@mail-host.net";
      case "CREDIT_CARD" -> card(r);
      case "IBAN_CODE" -> iban(r);
      case "PHONE_NUMBER" ->
          r.nextBoolean()
              ? "+49 30 " + digits(r, 8)
              : "(503) " + (200 + r.nextInt(700)) + "-" + digits(r, 4);
      case "US_SSN" -> (100 + r.nextInt(500)) + "-" + (10 + r.nextInt(89)) + "-" + digits(r, 4);
      case "IP_ADDRESS" ->
          r.nextBoolean()
              ? "83." + r.nextInt(256) + "." + r.nextInt(256) + "." + r.nextInt(256)
              : "2a02:" + Integer.toHexString(r.nextInt(65535)) + "::1";
      case "MAC_ADDRESS" ->
          String.format(
              Locale.ROOT,
              "3C:%02X:%02X:%02X:%02X:%02X",
              r.nextInt(256),
              r.nextInt(256),
              r.nextInt(256),
              r.nextInt(256),
              r.nextInt(256));
      case "UUID" ->
          new java.util.UUID(
                  r.nextLong() & ~0xf000L | 0x4000L,
                  r.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L)
              .toString();
      case "PERSON" -> "Ana Maria " + letters(r, 7);
      case "DATE_OF_BIRTH" ->
          String.format(
              Locale.ROOT,
              "%d-%02d-%02d",
              1950 + r.nextInt(50),
              1 + r.nextInt(12),
              1 + r.nextInt(28));
      case "CVV" -> digits(r, 3);
      case "GITHUB_TOKEN" -> String.join("_", "ghp", letters(r, 20) + digits(r, 16));
      case "STREET_ADDRESS" -> (1 + r.nextInt(99)) + " " + letters(r, 8) + " Street";
      default -> letters(r, 12) + digits(r, 8);
    };
  }

  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int d = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? d : d > 4 ? 2 * d - 9 : 2 * d;
    }
    return sum % 10 == 0;
  }

  static boolean mod97(String iban) {
    StringBuilder n = new StringBuilder();
    for (char c : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
      n.append(Character.digit(c, 36));
    }
    return new BigInteger(n.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }

  static String digits(Random r, int n) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      out.append(r.nextInt(10));
    }
    return out.toString();
  }

  static String letters(Random r, int n) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      out.append((char) ('a' + r.nextInt(26)));
    }
    return out.toString();
  }

  private static String card(Random r) {
    String head = "4" + digits(r, 14);
    for (int i = 0; i < 10; i++) {
      if (luhn(head + i)) {
        return head + i;
      }
    }
    throw new IllegalStateException();
  }

  private static String iban(Random r) {
    String bban = digits(r, 18);
    for (int i = 2; i < 99; i++) {
      String iban = String.format(Locale.ROOT, "DE%02d%s", i, bban);
      if (mod97(iban)) {
        return iban;
      }
    }
    throw new IllegalStateException();
  }
}
