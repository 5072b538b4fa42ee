package dev.sluice.dlp.transform;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.model.SluiceException;
import java.util.Set;
import java.util.TreeSet;

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
              "redact",
              "replace",
              "hash",
              "jwt-resign",
              "time-reference",
              "drop",
              "keep",
              "placeholder"));

  /**
   * How often a surrogate is drawn anew until the rule's validators accept it; misses all with p <
   * 10^-9 at 1 in 97.
   */
  private static final int TRIES = 4_000;

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
      case "redact", "replace", "placeholder" -> "[" + infoType + "]";
      case "hash" -> prf.draw("hash/" + infoType, canonical(infoType, value)).text(Draw.HEX, 32);
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
    return Canonical.of(infoType, value);
  }

  /**
   * Whether the value is a surrogate of this key by its keyed check; false for types too small to
   * carry one.
   */
  public boolean verifies(String infoType, String value) {
    return infoType.equals("JSON_WEB_TOKEN")
        ? signer.isGenuine(value)
        : surrogates.of(infoType).verifies(value);
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
    Surrogate family = surrogates.of(type);
    String input =
        canonical(type, value) + (Families.isSmall(type) ? "\0" + context.exchangeKey() : "");
    String last = "";
    for (int i = 0; i < TRIES; i++) {
      last = family.make(value, prf.draw("surrogate/" + type, i == 0 ? input : input + "\0" + i));
      if (!same(type, last, value) && (i >= TRIES - 64 || context.accepts().test(last))) {
        return last;
      }
    }
    return same(type, last, value) ? "[" + type + "]" : last;
  }

  private boolean same(String type, String a, String b) {
    return canonical(type, a).equals(canonical(type, b));
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
