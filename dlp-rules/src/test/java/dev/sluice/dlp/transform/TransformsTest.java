package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.model.SluiceException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransformsTest {
  private static final int ROUNDS = 500;
  static final String[] TYPES = Samples.TYPES;
  private static final Transforms T =
      Transforms.of(
          KeyRing.of(
              "0123456789abcdef0123456789abcdef"
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
  private static final Transforms OTHER = Transforms.of(KeyRing.random());
  private static final TransformContext X = TransformContext.of("exchange-1");

  @ParameterizedTest
  @FieldSource("TYPES")
  void aSurrogateIsDeterministicAndNeverTheOriginal(String type) {
    Random r = new Random(type.hashCode());
    for (int i = 0; i < ROUNDS; i++) {
      String value = Samples.make(type, r);
      String surrogate = T.apply("tokenize", type, value, X);
      assertThat(surrogate).isEqualTo(T.apply("tokenize", type, value, X));
      assertThat(T.canonical(type, surrogate)).isNotEqualTo(T.canonical(type, value));
      assertThat(T.verifies(type, value)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EMAIL_ADDRESS", "IBAN_CODE", "UUID", "SESSION_ID", "GITHUB_TOKEN"})
  void aSurrogateWithAKeyedCheckIsRecognizedUnderItsKeyOnlyAndLeftAlone(String type) {
    Random r = new Random(type.hashCode());
    int strangers = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String surrogate = T.apply("tokenize", type, Samples.make(type, r), X);
      assertThat(T.verifies(type, surrogate)).isTrue();
      assertThat(T.apply("tokenize", type, surrogate, X)).isEqualTo(surrogate);
      strangers += OTHER.verifies(type, surrogate) ? 1 : 0;
    }
    // The shortest check, four decimal digits of an IBAN, lets a stranger pass once in 10,000.
    assertThat(strangers).isLessThan(3);
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL_ADDRESS,Ana.Lima@Mail-Host.net,ana.lima@mail-host.net",
    "CREDIT_CARD,4539 1488 0343 6467,4539-1488-0343-6467",
    "IBAN_CODE,DE89 3704 0044 0532 0130 00,DE89370400440532013000",
    "PHONE_NUMBER,+49 30 12345678,0049-30-1234-5678",
    "PERSON,ana lima,Ana Lima",
    "MAC_ADDRESS,3C:22:FB:01:02:03,3c-22-fb-01-02-03"
  })
  void twoNotationsOfOneValueGetOneSurrogate(String type, String a, String b) {
    String sa = T.apply("tokenize", type, a, X);
    String sb = T.apply("tokenize", type, b, X);
    assertThat(
            Symbols.lettersAndDigits(sa).toLowerCase(java.util.Locale.ROOT).replaceFirst("^00", ""))
        .isEqualTo(
            Symbols.lettersAndDigits(sb)
                .toLowerCase(java.util.Locale.ROOT)
                .replaceFirst("^00", ""));
  }

  @Test
  void cardsKeepSchemeLengthAndPunctuationAndPassLuhn() {
    Random r = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      String surrogate = T.apply("tokenize", "CREDIT_CARD", Samples.make("CREDIT_CARD", r), X);
      assertThat(CardSurrogate.VISA).contains(surrogate.substring(0, 6));
      assertThat(surrogate).hasSize(16);
      assertThat(Samples.luhn(surrogate)).isTrue();
    }
    assertThat(T.apply("tokenize", "CREDIT_CARD", "3714-496353-98431", X))
        .matches("37\\d\\d-\\d\\d\\d{4}-\\d{5}");
  }

  @Test
  void ibansKeepCountryAndLengthAndPassMod97() {
    Random r = new Random(2);
    for (int i = 0; i < ROUNDS; i++) {
      String surrogate = T.apply("tokenize", "IBAN_CODE", Samples.make("IBAN_CODE", r), X);
      assertThat(surrogate).startsWith("DE").hasSize(22);
      assertThat(Samples.mod97(surrogate)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PHONE_NUMBER|+49 30 12345678|\\+49 \\d{2} \\d{8}",
        "PHONE_NUMBER|(503) 555-0199|\\(\\d{3}\\) \\d{3}-\\d{4}",
        "US_SSN|219-09-9999|9\\d\\d-[0-4]\\d-[1-9]\\d{3}",
        "IP_ADDRESS|83.12.4.77|2[45]\\d(\\.\\d{1,3}){3}",
        "IP_ADDRESS|2a02:8071::1|2001:db8(:[0-9a-f]{4}){6}",
        "MAC_ADDRESS|3C:22:FB:01:02:03|02(:[0-9A-F]{2}){5}",
        "UUID|9b2e1c04-5a3d-4e8f-9a1b-0c2d3e4f5a6b|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}",
        "DATE_OF_BIRTH|1984-07-23|[12]\\d{3}-[01]\\d-[0-2]\\d",
        "DATE_OF_BIRTH|23.07.1984|[01]\\d\\.[01]\\d\\.[12]\\d{3}",
        "PERSON|ANA LIMA|[A-Z]+ [A-Z]+",
        "SESSION_ID|deadbeefcafe0123deadbeefcafe0123|[0-9a-f]{32}",
        "CUSTOMER_ID|100200300|[1-9]\\d{8}"
      })
  void shapeIsKept(String type, String value, String shape) {
    assertThat(T.apply("tokenize", type, value, X)).matches(shape);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CVV", "DATE_OF_BIRTH", "POSTAL_CODE"})
  void valuesOfSmallDomainsAreDrawnAnewForEachExchange(String type) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      seen.add(
          T.apply(
              "tokenize",
              type,
              type.equals("DATE_OF_BIRTH") ? "1984-07-23" : "12345",
              TransformContext.of("x" + i)));
    }
    assertThat(seen.size()).isGreaterThan(20);
  }

  @Test
  void aPasswordDoesNotKeepItsLength() {
    assertThat(T.apply("tokenize", "PASSWORD", "a", X))
        .hasSameSizeAs(T.apply("tokenize", "PASSWORD", "a".repeat(40), X));
  }

  @Test
  void aTokenKeepsItsVendorsPrefix() {
    String token = String.join("_", "sk", "live", Samples.letters(new Random(3), 24));
    assertThat(T.apply("tokenize", "STRIPE_KEY", token, X))
        .startsWith("sk_live_")
        .hasSameSizeAs(token);
  }

  @Test
  void theRulesValidatorsAreSatisfied() {
    TransformContext strict = X.accepting(Samples::luhn);
    Random r = new Random(4);
    for (int i = 0; i < ROUNDS; i++) {
      assertThat(Samples.luhn(T.apply("tokenize", "CA_SIN", Samples.digits(r, 9), strict)))
          .isTrue();
    }
  }

  @Test
  void aHundredThousandCustomersKeepApart() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      seen.add(T.apply("tokenize", "EMAIL_ADDRESS", "c" + i + "@mail-host.net", X));
    }
    assertThat(seen).hasSize(100_000);
  }

  @Test
  void maskShowsAtMostFourCharacters() {
    assertThat(T.apply("mask", "CREDIT_CARD", "4539 1488 0343 6467", X))
        .isEqualTo("**** **** **** 6467");
    assertThat(T.apply("mask", "PERSON", "Ana Lima", X)).isEqualTo("*** ****");
  }

  @Test
  void anUnknownTransformNamesTheOnesThereAre() {
    assertThatThrownBy(() -> T.apply("scramble", "PERSON", "Ana", X))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("scramble")
        .hasMessageContaining("tokenize");
  }
}
