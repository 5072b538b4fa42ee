package dev.sluice.dlp.transform;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which two occurrences of one value are equal: case folded where case does not matter,
 * separators stripped where they do not count. Equal canonical values get equal surrogates.
 */
final class Canonical {
  private Canonical() {}

  /** The canonical form; {@code family} as {@link Families#of} says. */
  static String of(String family, String value) {
    return switch (family) {
      case "EMAIL_ADDRESS" -> value.strip().toLowerCase(Locale.ROOT);
      case "PHONE_NUMBER" -> PhoneSurrogate.e164(value);
      case "IP_ADDRESS" -> IpSurrogate.canonical(value);
      case "MAC_ADDRESS", "UUID" -> Symbols.lettersAndDigits(value).toLowerCase(Locale.ROOT);
      case "PERSON" -> name(value);
      case Families.CRYPTO -> CryptoSurrogate.canonical(value);
      default ->
          Families.isIdentifier(family)
              ? Symbols.lettersAndDigits(value).toUpperCase(Locale.ROOT)
              : value;
    };
  }

  static String name(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
