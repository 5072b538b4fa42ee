package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.validate.Validators;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/surrogates.md promises, sampled for every info type of the built-in rules. */
class SurrogatesOfAllTypesTest {
  private static final Transforms T =
      Transforms.of(
          KeyRing.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII)));
  private static final TransformContext X = TransformContext.of("exchange-1");

  /** What is no surrogate: kept times, re-signed tokens; SSNs are invalid by intent. */
  private static final Set<String> OTHER = Set.of("US_SSN", "JSON_WEB_TOKEN", "BASIC_AUTH");

  static List<TypeSamples.Type> types() {
    return TypeSamples.all().stream()
        .filter(t -> !t.standard().equals("time-reference") && !OTHER.contains(t.name()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aSurrogateIsAnotherValueThatTheTypesCheckAcceptsAndAlwaysTheSame(TypeSamples.Type type) {
    for (String value : type.values()) {
      String made = T.apply("tokenize", type.name(), value, X);
      assertThat(made.equals(value)).isFalse();
      assertThat(made).isEqualTo(T.apply("tokenize", type.name(), value, X));
      String family = Families.of(type.name(), value);
      if (Families.isJudged(family) && TypeChecks.of(family, v -> true).test(value)) {
        assertThat(TypeChecks.of(family, v -> true).test(made)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void aSmallTypeIsDrawnAnewAndAnotherIsNot(TypeSamples.Type type) {
    String value = type.values().get(0);
    boolean same =
        T.apply("tokenize", type.name(), value, X)
            .equals(T.apply("tokenize", type.name(), value, TransformContext.of("exchange-2")));
    boolean again =
        T.apply("tokenize", type.name(), value, X)
            .equals(T.apply("tokenize", type.name(), value, TransformContext.of("exchange-3")));
    assertThat(same && again).isEqualTo(!Families.isSmall(type.family()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMAIL_ADDRESS|someone@example.com",
        "CREDIT_CARD|4242424242424242",
        "CREDIT_CARD|4111 1111 1111 1111",
        "US_SSN|900-12-3456",
        "IP_ADDRESS|240.12.7.9",
        "IP_ADDRESS|2001:db8::1",
        "MAC_ADDRESS|02:00:5e:10:00:01",
        "PERSON|Adobera Belican"
      })
  void aRawValueInsideAReservedRangeIsReplaced(String typed) {
    String type = typed.substring(0, typed.indexOf('|'));
    String value = typed.substring(typed.indexOf('|') + 1);
    assertThat(T.verifies(type, value)).isFalse();
    assertThat(T.apply("tokenize", type, value, X)).isNotEqualTo(value);
  }

  @Test
  void thousandsOfCustomersHaveAsManyMailAddressesAndNames() {
    Random r = new Random(3);
    Set<String> names = new HashSet<>();
    Set<String> surrogates = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      String name = Samples.letters(r, 8) + " " + Samples.letters(r, 9);
      names.add(name);
      surrogates.add(T.apply("tokenize", "PERSON", name, X));
    }
    assertThat(surrogates.size()).isGreaterThan(names.size() - 3);
  }

  @Test
  void aValidNumberOfEachCheckedTypeStaysValidManyTimes() {
    List<String> broken = new ArrayList<>();
    for (TypeSamples.Type type : types()) {
      String value = type.values().get(0);
      boolean valid =
          type.rule().validators().stream().allMatch(v -> Validators.named(v).accepts(value));
      String made =
          Transforms.of(KeyRing.random())
              .apply("tokenize", type.name(), value, X.accepting(v -> accepted(type, v)));
      if (valid && Families.isIdentifier(type.family()) && !accepted(type, made)) {
        broken.add(type.name());
      }
    }
    assertThat(broken).as("types that need a line in IdForms").isEmpty();
  }

  private static boolean accepted(TypeSamples.Type type, String value) {
    return type.rule().validators().stream().allMatch(v -> Validators.named(v).accepts(value));
  }
}
