package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.validate.Validators;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Format-preserving and authenticated encryption: only the key leads back. */
class ReversibleTransformsTest {
  private static final Transforms T =
      Transforms.of(
          KeyRing.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII)));
  private static final Transforms OTHER = Transforms.of(KeyRing.random());
  private static final TransformContext X = TransformContext.of("exchange-1");
  private static final TransformSpec FPE = TransformSpec.of("fpe");
  private static final TransformSpec SIV = TransformSpec.of("encrypt");

  @ParameterizedTest
  @CsvSource({
    "CREDIT_CARD,4539 1488 0343 6467,4\\d{3} \\d{4} \\d{4} \\d{4}",
    "IBAN_CODE,DE89 3704 0044 0532 0130 00,DE\\d\\d( \\d{4}){4} \\d\\d",
    "ACCOUNT_ID,1234567,[1-9]\\d{6}",
    "ACCOUNT_ID,2047483647,[12]\\d{9}",
    "ACCOUNT_ID,0012345678,0\\d{9}",
    "CUSTOMER_ID,AB-123456-x,[A-Z]{2}-\\d{6}-[a-z]",
    "CUSTOMER_ID,0a1b2c3d4e5f,[0-9a-f]{12}",
    "UK_NHS,943 476 5919,\\d{3} \\d{3} \\d{4}",
    "UK_NINO,ab123456c,[a-z]{2}\\d{6}[a-z]"
  })
  void aFormatPreservedValueKeepsItsShapeAndLeadsBackUnderItsKeyOnly(
      String type, String value, String shape) {
    String made = T.apply(FPE, type, value, X);
    assertThat(made).matches(shape).isNotEqualTo(value);
    assertThat(T.reverse(FPE, type, made, v -> true)).contains(value);
    assertThat(OTHER.reverse(FPE, type, made, v -> true))
        .isNotEqualTo(java.util.Optional.of(value));
  }

  @Test
  void noTwoOfTwentyThousandNumbersInARowCollide() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      seen.add(T.apply(FPE, "CUSTOMER_ID", Integer.toString(5_000_000 + i), X));
    }
    assertThat(seen).hasSize(20_000).allMatch(v -> v.matches("[1-9]\\d{6}"));
  }

  @Test
  void checkDigitsComeRightAndCardsStillDoNotCollide() {
    Random r = new Random(7);
    Set<String> cards = new HashSet<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 3_000; i++) {
      String card = Samples.make("CREDIT_CARD", r);
      String made = T.apply(FPE, "CREDIT_CARD", card, X);
      assertThat(Samples.luhn(made)).isTrue();
      cards.add(card);
      seen.add(made);
    }
    assertThat(seen).hasSameSizeAs(cards);
    String iban = T.apply(FPE, "IBAN_CODE", Samples.make("IBAN_CODE", r), X);
    assertThat(Samples.mod97(iban)).isTrue();
    String nhs = T.apply(FPE, "UK_NHS", "943 476 5919", X);
    assertThat(Validators.named("uk-nhs").accepts(nhs)).isTrue();
  }

  @Test
  void anotherTweakMapsOtherwise() {
    TransformSpec orders = FPE.with("tweak", "orders");
    assertThat(T.apply(orders, "ACCOUNT_ID", "12345678", X))
        .isNotEqualTo(T.apply(FPE, "ACCOUNT_ID", "12345678", X));
  }

  @Test
  void keptCharactersStay() {
    assertThat(T.apply(FPE.with("keep", "6"), "CREDIT_CARD", "4539148803436467", X))
        .startsWith("453914")
        .isNotEqualTo("4539148803436467");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "99", "ab1"})
  void aValueOfASmallDomainIsDrawnAnewForEachExchangeInstead(String value) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      seen.add(T.apply(FPE, "ACCOUNT_ID", value, TransformContext.of("x" + i)));
    }
    assertThat(seen.size()).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ana Lima", "x", "", "Ünïcödé 🙂", "a somewhat longer text than a block"})
  void anEncryptedValueIsOpenedByItsKeyOnlyAndLeftAloneByASecondRun(String value) {
    String sealed = T.apply(SIV, "PERSON", value, X);
    if (value.isEmpty()) {
      assertThat(sealed).isEmpty();
      return;
    }
    assertThat(sealed)
        .matches("siv1\\.[A-Za-z0-9_-]{22,}")
        .isEqualTo(T.apply(SIV, "PERSON", value, X));
    assertThat(T.reverse(SIV, "PERSON", sealed, v -> true)).contains(value);
    assertThat(OTHER.reverse(SIV, "PERSON", sealed, v -> true)).isEmpty();
    assertThat(T.verifies("PERSON", sealed)).isTrue();
    assertThat(T.apply("tokenize", "PERSON", sealed, X)).isEqualTo(sealed);
    assertThat(OTHER.verifies("PERSON", sealed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hash", "encrypt", "fpe", "tokenize"})
  void noTransformMapsASecurityCodeAlikeInEveryExchange(String transform) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      seen.add(T.apply(transform, "CVV", "123", TransformContext.of("x" + i)));
    }
    assertThat(seen.size()).isGreaterThan(20);
  }
}
