package dev.sluice.dlp.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomnessTest {

  private static final String BASE62 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  @ParameterizedTest
  @CsvSource({"52,62,20", "52,62,40", "0,62,40", "26,62,32"})
  void nearly_all_that_a_generator_draws_is_accepted(int from, int to, int length) {
    Random random = new Random(7);
    String alphabet = from == 52 ? BASE62.substring(52) + "abcdef" : BASE62.substring(from, to);
    int accepted = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder drawn = new StringBuilder();
      for (int k = 0; k < length; k++) {
        drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      accepted += Randomness.random(drawn.toString()) ? 1 : 0;
    }
    assertThat(accepted).isGreaterThan(1_940);
  }

  @ParameterizedTest
  @CsvSource({"0,52,32", "0,26,40", "26,52,40"})
  void most_of_what_is_drawn_from_letters_alone_is_accepted(int from, int to, int length) {
    Random random = new Random(7);
    int accepted = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder drawn = new StringBuilder();
      for (int k = 0; k < length; k++) {
        drawn.append(BASE62.charAt(from + random.nextInt(to - from)));
      }
      accepted += Randomness.random(drawn.toString()) ? 1 : 0;
    }
    assertThat(accepted).isGreaterThan(1_800);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "your-api-key-123456",
        "aaaaaaaaaaaaaaaaaaa1",
        "abcdefghijklmnopqrstuvwxyz123456",
        "client-vpn-endpoint-id-2",
        "someFunctionNameWithNumber2",
        "2026-11-22T21:35:38Z",
        "1234567890123456",
        "pages.home.title2.heading",
        "EXAMPLE0KEY1OF2DOCUMENTATION3",
        "CredentialsRequiredException",
        "Donaudampfschifffahrtsgesellschaft",
        "internationalizationsettings",
        "INTERNALSERVERERRORRESPONSE"
      })
  void what_people_write_is_not(String written) {
    assertThat(Randomness.random(written)).isFalse();
  }
}
