package dev.sluice.dlp.transform;

import static java.util.Map.entry;

import dev.sluice.dlp.keys.KeyRing;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How many surrogates a type has and how they are told from real values.
 *
 * @param bits as a power of two
 * @param told by what an auditor tells a surrogate from a real value
 * @param checkBits size of the keyed check, 0 without one
 */
record SurrogateSpace(double bits, String told, double checkBits) {
  private static final int DRAWS = 20_000;

  private static final Map<String, SurrogateSpace> FAMILIES =
      Map.ofEntries(
          entry("EMAIL_ADDRESS", checked(bits(32, 10), "`example.com` (RFC 2606), check", 30)),
          entry("CREDIT_CARD", open(bits(10, 10), "test prefixes of its scheme, Luhn right")),
          entry("IBAN_CODE", checked(bits(10, 12), "check in the last six digits", bits(10, 6))),
          entry(
              "PHONE_NUMBER",
              open(2 * bits(8, 1) + bits(10, 8), "nothing: reserved ranges are too small")),
          entry("US_SSN", open(log2(100.0 * 49 * 9000), "9xx-01 to 9xx-49, never issued")),
          entry("IP_ADDRESS", open(log2(15.0 * 256 * 256 * 254), "240.0.0.0/4, reserved")),
          entry("MAC_ADDRESS", open(bits(16, 10), "02:…, locally administered")),
          entry("UUID", checked(bits(16, 22), "check in the last eight digits", 32)),
          entry("PERSON", open(2 * log2(NameSurrogate.PER_WORD), "invented names")),
          entry("GEO_LOCATION", open(2 * (log2(80) + bits(10, 4)), "nothing")),
          entry("PASSWORD", open(bits(32, 11), "`Pw-`, a length of its own")),
          entry(
              "CRYPTO",
              checked(bits(16, 30), "check in the last five bytes before the checksum", 40)),
          entry(
              "WEBHOOK_URL",
              checked(bits(26, 18), "check in the last six of each long segment", bits(26, 6))),
          entry(
              "OPAQUE",
              checked(bits(36, 14), "check in the last six, from 16 characters", bits(26, 6))));

  static SurrogateSpace of(TypeSamples.Type type) {
    String family = type.family();
    SurrogateSpace known = FAMILIES.get(family);
    return known != null ? known : identifier(family, type.values().get(0));
  }

  /** The form's or shape's words, less those its check digits refuse. */
  private static SurrogateSpace identifier(String family, String value) {
    String plain = Symbols.lettersAndDigits(value).toUpperCase(Locale.ROOT);
    Optional<IdForm> form = IdForms.of(family, plain);
    double all =
        form.map(IdForm::bits)
            .orElseGet(() -> log2(ShapeWord.of(plain, 0, false).domain().doubleValue()));
    Predicate<String> check = TypeChecks.of(family, v -> true);
    Surrogate maker = new IdSurrogate(family);
    Prf prf = new Prf(KeyRing.of(new byte[32]));
    int right = 0;
    for (int i = 0; i < DRAWS; i++) {
      right += check.test(maker.make(value, prf.draw("space", "x" + i))) ? 1 : 0;
    }
    boolean judged = right > 0 && check.test(value);
    return open(judged ? all + log2((double) right / DRAWS) : all, "nothing");
  }

  /** The chance that any two of so many subjects share a surrogate. */
  String odds(double subjects) {
    double p = -Math.expm1(-subjects * (subjects - 1) / 2 / Math.pow(2, bits));
    return String.format(Locale.ROOT, "%.0e", p);
  }

  private static SurrogateSpace checked(double bits, String told, double check) {
    return new SurrogateSpace(bits, told, check);
  }

  private static SurrogateSpace open(double bits, String told) {
    return new SurrogateSpace(bits, told, 0);
  }

  private static double bits(int alphabet, int length) {
    return length * log2(alphabet);
  }

  private static double log2(double n) {
    return Math.log(n) / Math.log(2);
  }
}
