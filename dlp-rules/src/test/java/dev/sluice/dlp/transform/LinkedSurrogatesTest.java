package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.validate.Validators;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One value keeps one surrogate wherever it turns up, and nothing of it shows through. */
class LinkedSurrogatesTest {
  private static final KeyRing RING =
      KeyRing.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
  private static final Transforms T = Transforms.of(RING);
  private static final TransformContext X = TransformContext.of("exchange-1");

  private static String tokenize(String type, String value) {
    return T.apply("tokenize", type, value, X);
  }

  @Test
  void aSecretIsTheSameAsTokenCookieAndId() {
    String secret = "q9Xv7Lm2Rt4Kz8Wb1Nc5";
    assertThat(tokenize("AUTH_TOKEN", secret))
        .isEqualTo(tokenize("COOKIE_VALUE", secret))
        .isEqualTo(tokenize("ACCOUNT_ID", secret));
    assertThat(T.verifies("BEARER_TOKEN", tokenize("AUTH_TOKEN", secret))).isTrue();
  }

  @Test
  void aUserNameThatIsAnAddressIsTheAddressSurrogate() {
    assertThat(tokenize("USER_NAME", "Ana.Lima@mail-host.net"))
        .isEqualTo(tokenize("EMAIL_ADDRESS", "ana.lima@mail-host.net"));
  }

  @Test
  void aUserIdThatIsAUuidIsTheUuidSurrogate() {
    String id = "9b2e1c04-5a3d-4e8f-9a1b-0c2d3e4f5a6b";
    assertThat(tokenize("USER_ID", id)).isEqualTo(tokenize("UUID", id));
  }

  @Test
  void aFirstNameAloneIsTheOneInTheFullName() {
    assertThat(tokenize("PERSON", "Ana Lima"))
        .isEqualTo(tokenize("FIRST_NAME", "Ana") + " " + tokenize("LAST_NAME", "Lima"));
  }

  @ParameterizedTest
  @CsvSource({"+1 503 555 2671,(503) 555-2671", "1-503-555-2671,+15035552671"})
  void northAmericanNumbersMatchWithAndWithoutTheCountryCode(String a, String b) {
    String sa = Symbols.digits(tokenize("PHONE_NUMBER", a));
    String sb = Symbols.digits(tokenize("PHONE_NUMBER", b));
    assertThat(sa).endsWith(sb.substring(sb.length() - 10));
  }

  @Test
  void twoNotationsOfAnIpv6AddressMatch() {
    assertThat(tokenize("IP_ADDRESS", "2a02:8071::1"))
        .isEqualTo(tokenize("IP_ADDRESS", "2a02:8071:0:0:0:0:0:0001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"anna_4711998877665544", "smith.4711998877665544", "berta-0123456789abcd"})
  void textBeforeASeparatorIsNoVendorPrefix(String value) {
    assertThat(tokenize("SESSION_ID", value))
        .doesNotStartWith(value.substring(0, 4))
        .hasSameSizeAs(value);
  }

  @Test
  void aSecondAddressInTheFieldDoesNotShowThrough() {
    assertThat(tokenize("IP_ADDRESS", "83.12.4.77, 91.55.3.201")).doesNotContain("91.55.3.201");
  }

  @Test
  void lettersOfOtherScriptsDoNotShowThrough() {
    String value = "Улица Ленина 王伟";
    String made = tokenize("STREET_ADDRESS", value);
    assertThat(made.chars().filter(c -> c > 127 && value.indexOf(c) >= 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CREDIT_CARD_EXPIRATION,12/27,(0[1-9]|1[0-2])/3\\d",
    "CREDIT_CARD_EXPIRATION,2027-12,203\\d-(0[1-9]|1[0-2])",
    "GEO_LOCATION,'-33.8688, 151.2093','-\\d\\d\\.\\d{4}, \\d\\d\\.\\d{4}'",
    "ACCOUNT_ID,0012345,0[0-9]{6}",
    "ACCOUNT_ID,2047483647,1\\d{9}",
    "USER_ID,9,[1-9]",
    "SWIFT_CODE,DEUTDEFF,[A-Z]{8}"
  })
  void formsStayValid(String type, String value, String form) {
    assertThat(tokenize(type, value)).matches(form).isNotEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "UK_NHS,943 476 5919,uk-nhs",
    "BR_CPF,111.444.777-35,br-cpf",
    "IN_AADHAAR,2346 7893 4566,in-aadhaar",
    "ABA_ROUTING_NUMBER,021000021,aba",
    "NL_BSN,111222333,nl-bsn",
    "PL_PESEL,44051401359,pl-pesel",
    "US_NPI,1234567893,us-npi"
  })
  void identityNumbersKeepRightCheckDigitsUnderWhateverRule(
      String type, String value, String validator) {
    String made = tokenize(type, value);
    if (Validators.named(validator).accepts(value)) {
      assertThat(Validators.named(validator).accepts(made)).isTrue();
    }
    assertThat(made).isEqualTo(T.apply("tokenize", type, value, X.accepting(v -> true)));
    assertThat(Symbols.digits(made)).hasSameSizeAs(Symbols.digits(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "7", "---", "é", "🙂"})
  void tinyAndEmptyValuesAreHandled(String value) {
    String made = tokenize("SECRET", value);
    assertThat(made.isEmpty()).isEqualTo(value.isEmpty());
    if (!value.isEmpty()) {
      assertThat(made).isNotEqualTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tokenize", "random", "generalize", "hash", "redact", "replace", "mask", "drop"})
  void everyTransformAnswersForEveryType(String transform) {
    Random r = new Random(5);
    for (String type : Samples.TYPES) {
      String value = Samples.make(type, r);
      assertThat(T.apply(transform, type, value, X)).isNotEqualTo(value);
    }
  }

  @Test
  void anotherTenantOrEpochCannotBeLinked() {
    Transforms other = Transforms.of(RING.scoped("acme", "2026-11"));
    Transforms later = Transforms.of(RING.scoped("acme", "2026-12"));
    String a = other.apply("tokenize", "EMAIL_ADDRESS", "ana@mail-host.net", X);
    assertThat(a)
        .isNotEqualTo(later.apply("tokenize", "EMAIL_ADDRESS", "ana@mail-host.net", X))
        .isNotEqualTo(tokenize("EMAIL_ADDRESS", "ana@mail-host.net"));
    assertThat(T.verifies("EMAIL_ADDRESS", a)).isFalse();
  }
}
