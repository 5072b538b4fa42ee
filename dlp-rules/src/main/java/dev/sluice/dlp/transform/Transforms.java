package dev.sluice.dlp.transform;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.model.SluiceException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces values by name of a transform. Deterministic under the key: equal canonical values of
 * one info type give equal surrogates in every field, message and service, in the notation of each
 * occurrence. Thread-safe.
 */
public final class Transforms {
  /**
   * How often a surrogate is drawn anew until the rule's validators accept it; at 1 in 600, the
   * rarest (FR_SPI), all miss with a probability of 2 in 10^6.
   */
  private static final int TRIES = 8_000;

  private static final int FEW_TRIES = 200;

  /** Without a letter or digit to replace, every draw is alike. */
  private static final int STUCK = 64;

  private static final int FEWEST_WEEKS = 26;

  private static final int WEEKS = 494;

  private final Prf prf;
  private final Surrogates surrogates;
  private final JwtSigner signer;
  private final FormatPreserving fpe;
  private final Encryption encryption;
  private final DateShift dates;
  private final VendorPrefix prefix;
  private final Optional<Transforms> before;

  private Transforms(
      KeyRing keys, VendorPrefix prefix, JwtSigner signer, Optional<Transforms> before) {
    this.prefix = prefix;
    this.before = before;
    this.signer = signer;
    this.prf = new Prf(keys);
    this.fpe = new FormatPreserving(keys);
    this.encryption = new Encryption(keys);
    this.dates = new DateShift(prf);
    this.surrogates = new Surrogates(prf, prefix);
  }

  public static Transforms of(KeyRing keys) {
    return of(keys, Set.of());
  }

  /**
   * Transforms under a key.
   *
   * @param prefixes public texts in front of vendors' secrets, which stay
   */
  public static Transforms of(KeyRing keys, Set<String> prefixes) {
    VendorPrefix prefix = new VendorPrefix(prefixes);
    return new Transforms(keys, prefix, new JwtSigner(keys), Optional.empty());
  }

  /**
   * The transforms of one tenant and epoch. Test keys for JWTs are the installation's, not the
   * epoch's.
   *
   * @param before the epoch before, whose surrogates are left alone too
   */
  Transforms scoped(KeyRing own, Optional<KeyRing> before) {
    return new Transforms(
        own,
        prefix,
        signer,
        before.map(ring -> new Transforms(ring, prefix, signer, Optional.empty())));
  }

  /** By how many weeks {@link TimeShift} moves times under this key: half a year to ten years. */
  public int weeksToMove() {
    return FEWEST_WEEKS + prf.draw("time-shift", "weeks").below(WEEKS);
  }

  /** The transforms a rule or policy may name. */
  public static Set<String> names() {
    return Stream.of(TransformKind.values())
        .map(TransformKind::wireName)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What re-signed JWTs are signed with; a test service verifies them with it. */
  public JwtSigner signer() {
    return signer;
  }

  /** As {@link #apply(TransformSpec, String, String, TransformContext)}, without parameters. */
  public String apply(String transform, String infoType, String value, TransformContext context) {
    return apply(TransformSpec.of(transform), infoType, value, context);
  }

  /** The replacement; for {@code keep} and {@code time-reference} the value itself. */
  public String apply(TransformSpec spec, String type, String value, TransformContext context) {
    TransformKind kind =
        TransformKind.ofWireName(spec.name()).orElseThrow(() -> unknown(spec.name()));
    return switch (kind) {
      case TOKENIZE, RESIGN -> tokenize(type, value, context);
      case FPE -> fpe(spec, type, value, context);
      case ENCRYPT -> encrypt(type, value, context);
      case HASH -> hash(spec, type, value, context);
      case DATE_SHIFT ->
          dates.apply(spec, value, context).orElseGet(() -> random(type, value, context));
      case GENERALIZE -> generalize(spec, type, value, context);
      case BUCKET -> Bucket.apply(spec, value).orElseGet(() -> random(type, value, context));
      case MASK -> Mask.apply(spec, value);
      case RANDOM -> random(type, value, context);
      case REDACT -> spec.text("text").orElse("[" + type + "]");
      case REPLACE ->
          spec.text("with").orElseGet(() -> Constants.of(Families.of(type, value), type));
      case PLACEHOLDER -> "[" + type + "]";
      case DROP -> "";
      case JWT_RESIGN -> signer.isGenuine(value) ? value : resign(value, context);
      case TIME_REFERENCE, KEEP -> value;
    };
  }

  /**
   * What {@code fpe} or {@code encrypt} made a value from; empty for other transforms and for what
   * this key did not make. {@code check} is the type's check digit, as for {@link
   * TransformContext#accepts}.
   */
  public Optional<String> reverse(
      TransformSpec spec, String type, String made, Predicate<String> check) {
    String family = Families.of(type, made);
    return switch (spec.name()) {
      case "encrypt" -> encryption.open(type, made);
      case "fpe" -> fpe.map(spec, family, made, TypeChecks.of(family, check), false);
      default -> Optional.empty();
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
    if (isJwt(infoType)) {
      return signer.isGenuine(value);
    }
    return surrogates.of(Families.of(infoType, value)).verifies(value)
        || encryption.open(infoType, value).isPresent()
        || before.filter(t -> t.verifies(infoType, value)).isPresent();
  }

  /** Whether a type has fewer than 10^6 values, so that each exchange draws anew. */
  public static boolean isSmall(String infoType) {
    return Families.isSmall(Families.of(infoType, ""));
  }

  private static boolean isJwt(String infoType) {
    return infoType.equals("JSON_WEB_TOKEN") || infoType.equals("JWT");
  }

  private String fpe(TransformSpec spec, String type, String value, TransformContext context) {
    String family = Families.of(type, value);
    if (!FormatPreserving.takes(type) || family.equals(Families.CRYPTO)) {
      return tokenize(type, value, context);
    }
    return fpe.map(spec, family, value, TypeChecks.of(family, context.accepts()), true)
        .orElseGet(() -> random(type, value, context));
  }

  /** A fixed mapping of a small domain would be undone by trying all its values. */
  private String encrypt(String type, String value, TransformContext context) {
    boolean made = isSmall(type) || value.isEmpty() || verifies(type, value);
    return made ? tokenize(type, value, context) : encryption.seal(type, value);
  }

  private String random(String type, String value, TransformContext context) {
    return value.isEmpty() ? value : tokenize(Families.of(type, value), value, true, context);
  }

  /**
   * Without a target a number keeps its first digit and its length; all else is drawn anew for each
   * exchange.
   */
  private String generalize(
      TransformSpec spec, String type, String value, TransformContext context) {
    String family = Families.of(type, value);
    if (spec.text("to").isPresent()) {
      Optional<String> coarse = Generalize.apply(spec, family, value);
      if (coarse.isPresent()) {
        return coarse.get();
      }
    }
    String rounded = Families.isSmall(family) ? value : value.replaceAll("(?<=\\d)\\d", "0");
    return Symbols.isDigits(value) && !rounded.equals(value)
        ? rounded
        : random(type, value, context);
  }

  private String hash(TransformSpec spec, String type, String value, TransformContext context) {
    String family = Families.of(type, value);
    String canonical = Canonical.of(family, value);
    String input = Families.isSmall(family) ? canonical + "\0" + context.exchangeKey() : canonical;
    return prf.draw("hash/" + family, input).text(Draw.HEX, spec.number("length", 32));
  }

  private static SluiceException unknown(String name) {
    return new SluiceException(
        "no transform is called "
            + name
            + "; there are "
            + String.join(", ", new TreeSet<>(names())));
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
}
