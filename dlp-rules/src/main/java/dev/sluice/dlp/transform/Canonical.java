package dev.sluice.dlp.transform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * The form in which two occurrences of one value are equal: case folded where case does not matter,
 * separators stripped where they do not count. Equal canonical values get equal surrogates.
 */
final class Canonical {
  private static final Set<String> FOLDED =
      Set.of("PERSON", "LOCATION", "STREET_ADDRESS", "USERNAME", "ORGANIZATION");

  /** Types whose case carries meaning, so that only separators around them are stripped. */
  private static final Set<String> EXACT =
      Set.of(
          "PASSWORD",
          "GENERIC_SECRET",
          "SESSION_ID",
          "CSRF_TOKEN",
          "JSON_WEB_TOKEN",
          "UNKNOWN",
          "TOKEN",
          "OPAQUE_ID");

  private Canonical() {}

  static String of(String infoType, String value) {
    return switch (infoType) {
      case "EMAIL_ADDRESS" -> value.strip().toLowerCase(Locale.ROOT);
      case "PHONE_NUMBER" -> phone(value);
      case "IP_ADDRESS", "MAC_ADDRESS", "UUID" ->
          value.strip().toLowerCase(Locale.ROOT).replace("-", ":");
      default -> {
        if (EXACT.contains(infoType)) {
          yield value;
        }
        if (FOLDED.contains(infoType)) {
          yield Normalizer.normalize(value, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        }
        yield Families.isIdentifier(infoType)
            ? Symbols.lettersAndDigits(value).toUpperCase(Locale.ROOT)
            : value;
      }
    };
  }

  /** The number's digits, with {@code 00} in front read as {@code +} (ITU-T E.164). */
  private static String phone(String value) {
    String digits = Symbols.digits(value);
    return digits.startsWith("00") ? digits.substring(2) : digits;
  }
}
