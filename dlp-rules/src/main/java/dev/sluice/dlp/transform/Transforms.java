package dev.sluice.dlp.transform;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.model.SluiceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Replaces values by name of a transform. Deterministic under the key: equal canonical values of
 * one info type give equal surrogates in every field, message and service, in the notation of each
 * occurrence. Thread-safe.
 */
public final class Transforms {
  private static final Set<String> NAMES =
      new TreeSet<>(
          Set.of(
              "tokenize",
              "mask",
              "random",
              "redact",
              "replace",
              "hash",
              "generalize",
              "jwt-resign",
              "time-reference",
              "drop",
              "keep",
              "placeholder"));

  /**
   * How often a surrogate is drawn anew until the rule's validators accept it; at 1 in 97 all miss
   * with a probability under 10^-17.
   */
  private static final int TRIES = 4_000;

  private static final int FEW_TRIES = 200;

  /** Without a letter or digit to replace, every draw is alike. */
  private static final int STUCK = 64;

  private final Prf prf;
  private final Surrogates surrogates;
  private final JwtSigner signer;

  private Transforms(KeyRing keys) {
    this.prf = new Prf(keys);
    this.surrogates = new Surrogates(prf);
    this.signer = new JwtSigner(keys);
  }

  public static Transforms of(KeyRing keys) {
    return new Transforms(keys);
  }

  /** The transforms a rule or policy may name. */
  public static Set<String> names() {
    return Set.copyOf(NAMES);
  }

  /** What re-signed JWTs are signed with; a test service verifies them with it. */
  public JwtSigner signer() {
    return signer;
  }

  /** The replacement; for {@code keep} and {@code time-reference} the value itself. */
  public String apply(String transform, String infoType, String value, TransformContext context) {
    return switch (transform) {
      case "tokenize" -> tokenize(infoType, value, context);
      case "mask" -> mask(value);
      case "random" ->
          value.isEmpty() ? value : tokenize(Families.of(infoType, value), value, true, context);
      case "generalize" -> generalize(infoType, value, context);
      case "redact", "placeholder" -> "[" + infoType + "]";
      case "replace" -> Constants.of(Families.of(infoType, value), infoType);
      case "hash" -> hash(infoType, value);
      case "jwt-resign" -> signer.isGenuine(value) ? value : resign(value, context);
      case "drop" -> "";
      case "keep", "time-reference" -> value;
      default ->
          throw new SluiceException(
              "no transform is called " + transform + "; there are " + String.join(", ", NAMES));
    };
  }

  /** The form in which two notations of one value are equal. */
  public String canonical(String infoType, String value) {
    return Canonical.of(Families.of(infoType, value), value);
  }

  /**
   * Whether the value is a surrogate of this key by its keyed check; false for types too small to
   * carry one.
   */
  public boolean verifies(String infoType, String value) {
    return isJwt(infoType)
        ? signer.isGenuine(value)
        : surrogates.of(Families.of(infoType, value)).verifies(value);
  }

  private static boolean isJwt(String infoType) {
    return infoType.equals("JSON_WEB_TOKEN") || infoType.equals("JWT");
  }

  /** A number keeps its first digit and its length; all else is drawn anew for each exchange. */
  private String generalize(String infoType, String value, TransformContext context) {
    String rounded =
        Families.isSmall(Families.of(infoType, value))
            ? value
            : value.replaceAll("(?<=\\d)\\d", "0");
    return Symbols.isDigits(value) && !rounded.equals(value)
        ? rounded
        : apply("random", infoType, value, context);
  }

  private String hash(String infoType, String value) {
    String family = Families.of(infoType, value);
    return prf.draw("hash/" + family, Canonical.of(family, value)).text(Draw.HEX, 32);
  }

  private String resign(String value, TransformContext context) {
    return signer
        .resign(value, context.claims())
        .orElseGet(() -> tokenize("OPAQUE_ID", value, context));
  }

  private String tokenize(String type, String value, TransformContext context) {
    if (value.isEmpty() || verifies(type, value)) {
      return value;
    }
    String family = Families.of(type, value);
    return tokenize(family, value, Families.isSmall(family), context);
  }

  private String tokenize(
      String family, String value, boolean perExchange, TransformContext context) {
    Surrogate maker = surrogates.of(family);
    String canonical = Canonical.of(family, value);
    String input = perExchange ? canonical + "\0" + context.exchangeKey() : canonical;
    Predicate<String> check = TypeChecks.of(family, context.accepts());
    // A text that its own validators refuse may have a shape that they refuse for every digit.
    int judged = !Families.isJudged(family) ? 0 : check.test(value) ? TRIES : FEW_TRIES;
    String last = "";
    for (int i = 0; i < TRIES; i++) {
      String before = last;
      last = maker.make(value, prf.draw("surrogate/" + family, i == 0 ? input : input + "\0" + i));
      if (!Canonical.of(family, last).equals(canonical)
          && maker.isSound(value, last)
          && (i >= judged || check.test(last))) {
        return last;
      }
      if (i >= STUCK && last.equals(before)) {
        break;
      }
    }
    return Canonical.of(family, last).equals(canonical) ? "[" + family + "]" : last;
  }

  /**
   * All but the last four letters and digits become {@code *}; values under nine characters wholly.
   */
  private static String mask(String value) {
    int shown = Symbols.lettersAndDigits(value).length() > 8 ? 4 : 0;
    StringBuilder out = new StringBuilder(value.length());
    for (int i = value.length() - 1; i >= 0; i--) {
      char c = value.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        out.append(c);
      } else {
        out.append(shown-- > 0 ? c : '*');
      }
    }
    return out.reverse().toString();
  }
}
