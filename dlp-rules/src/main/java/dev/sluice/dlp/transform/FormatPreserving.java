package dev.sluice.dlp.transform;

import dev.sluice.dlp.keys.KeyRing;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Format-preserving encryption of identifiers. FF1 is walked on until the result is as valid as the
 * original (check digit, leading zero, integer type): walking the cycle of a permutation from a set
 * back into that set is a permutation of the set, so that no two values collide. Thread-safe.
 */
final class FormatPreserving {
  /** NIST SP 800-38G Rev. 1, section 5.1. */
  static final BigInteger LEAST_DOMAIN = BigInteger.valueOf(1_000_000);

  /** A longer value is none that anyone typed; a check digit mod 97 needs about 100 steps. */
  private static final int LONGEST = 256;

  private static final int STEPS = 20_000;

  /** What has a form that a permutation of its characters would break, or is no identifier. */
  private static final Set<String> OTHER =
      Set.of(
          Families.EMAIL,
          Families.PERSON,
          Families.UUID,
          Families.CRYPTO,
          "PHONE_NUMBER",
          "IP_ADDRESS",
          "MAC_ADDRESS",
          "GEO_LOCATION",
          "PASSWORD",
          "WEBHOOK_URL",
          "JSON_WEB_TOKEN",
          "STREET_ADDRESS",
          "PRIVATE_KEY");

  private static final long[] INTEGER_TYPES = {Integer.MAX_VALUE, 1L << 53, Long.MAX_VALUE};

  private final KeyRing keys;

  FormatPreserving(KeyRing keys) {
    this.keys = keys;
  }

  /** Whether values of a type can be mapped in their own form. */
  static boolean takes(String infoType) {
    String family = Families.of(infoType, "");
    return !Families.isSmall(family) && !OTHER.contains(family) && !OTHER.contains(infoType);
  }

  /**
   * The image of a value, or what it is the image of.
   *
   * @param family as {@link Families#of} says
   * @param valid the check digits of the type
   * @return empty where fewer than 10^6 values have the value's shape, where it holds characters
   *     beyond ASCII, or where it is its own image
   */
  Optional<String> map(
      TransformSpec spec, String family, String value, Predicate<String> valid, boolean forward) {
    if (value.length() > LONGEST || value.chars().anyMatch(c -> c > 126)) {
      return Optional.empty();
    }
    boolean identifier = Families.isIdentifier(family);
    boolean folded = identifier && value.equals(lower(value));
    String text = folded ? value.toUpperCase(Locale.ROOT) : value;
    ShapeWord shape = ShapeWord.of(text, spec.number("keep", kept(family)), !identifier);
    if (shape.domain().compareTo(LEAST_DOMAIN) < 0) {
      return Optional.empty();
    }
    String tweak = family + "/" + spec.text("tweak").orElse("");
    Ff1 ff1 = Ff1.of(keys.subkey("fpe/" + family), tweak, shape.radix());
    return walk(shape, ff1, valid, forward).map(image -> folded ? lower(image) : image);
  }

  private static Optional<String> walk(
      ShapeWord shape, Ff1 ff1, Predicate<String> valid, boolean forward) {
    String value = shape.template();
    boolean isValid = valid.test(value);
    int type = integerType(value);
    byte[] word = shape.word();
    for (int i = 0; i < STEPS; i++) {
      word = ff1.map(word, forward);
      String image = shape.value(word);
      if (!image.isEmpty()
          && shape.isShapeOf(image)
          && integerType(image) == type
          && valid.test(image) == isValid) {
        return image.equals(value) ? Optional.empty() : Optional.of(image);
      }
    }
    return Optional.empty();
  }

  /** Which of the common integer types a number fits, so that its image fits it too. */
  private static int integerType(String text) {
    if (!Symbols.isDigits(text)) {
      return -1;
    }
    if (text.charAt(0) == '0') {
      return 0;
    }
    BigInteger n = new BigInteger(text);
    int type = 1;
    for (long most : INTEGER_TYPES) {
      type += n.compareTo(BigInteger.valueOf(most)) > 0 ? 1 : 0;
    }
    return type;
  }

  private static int kept(String family) {
    return switch (family) {
      case "CREDIT_CARD" -> 1;
      case "IBAN_CODE" -> 2;
      default -> 0;
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
