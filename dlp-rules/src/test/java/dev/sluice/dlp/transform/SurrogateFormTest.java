package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.keys.KeyRing;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that more than digits and letters make valid. */
class SurrogateFormTest {
  private static final TransformContext X = TransformContext.of("exchange-1");

  @ParameterizedTest
  @CsvSource({
    "<yyMMdd>9{3},\\d{2}(0[1-9]|1[0-2])([01]\\d|2[0-8])\\d{3}",
    "<yyyyMMdd>[0-9X],19\\d{2}(0[1-9]|1[0-2])([01]\\d|2[0-8])[0-9X]",
    "(AB|CD)Z==,(AB|CD)Zde",
    "[A-C-]{2}7,[A-C-]{2}7"
  })
  void theFormNotationSaysWhatStandsWhere(String form, String pattern) {
    IdForm made = IdForm.of(form);
    for (int i = 0; i < 200; i++) {
      Draw draw = new Prf(KeyRing.of(new byte[32])).draw("test", "x" + i);
      assertThat(made.draw("abcdefghij", draw)).hasSize(made.length()).matches(pattern);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CH_AHV,756.9217.0769.85,756\\.\\d{4}\\.\\d{4}\\.\\d\\d",
    "DE_VAT_ID,DE136695976,DE\\d{9}",
    "US_MBI,1EG4-TE5-MK73,[1-9][A-Z][0-9A-Z]\\d-[A-Z][0-9A-Z]\\d-[A-Z]{2}\\d\\d",
    "UK_NINO,ab 12 34 56 c,[a-z]{2} \\d\\d \\d\\d \\d\\d [a-d]"
  })
  void anIdentityNumberKeepsWhatItsTypeAsksForInTheNotationOfTheOriginal(
      String type, String value, String pattern) {
    for (int i = 0; i < 50; i++) {
      Transforms t = Transforms.of(KeyRing.random());
      assertThat(t.apply("tokenize", type, value, X)).matches(pattern).isNotEqualTo(value);
    }
  }

  @Test
  void aPrefixThatRulesKnowStaysWhateverTheTypeAndTheCheckStillHolds() {
    Transforms t = Transforms.of(KeyRing.of(new byte[32]), Set.of("acme1_"));
    String secret = "acme1_" + "q9Xv7Lm2Rt4Kz8Wb1Nc5";
    String made = t.apply("tokenize", "API_KEY", secret, X);
    assertThat(made).startsWith("acme1_").hasSameSizeAs(secret).isNotEqualTo(secret);
    assertThat(t.apply("tokenize", "COOKIE_VALUE", secret, X)).isEqualTo(made);
    assertThat(t.verifies("SESSION_ID", made)).isTrue();
  }

  @Test
  void aPrefixWithLittleBehindItIsNone() {
    Transforms t = Transforms.of(KeyRing.of(new byte[32]), Set.of("acme1_"));
    assertThat(t.apply("tokenize", "API_KEY", "acme1_abcdef", X)).doesNotStartWith("acme1_");
  }
}
