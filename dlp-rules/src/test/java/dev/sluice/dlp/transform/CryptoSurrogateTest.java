package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.validate.Validators;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses as the specifications publish them. */
class CryptoSurrogateTest {
  private static final TransformContext X = TransformContext.of("exchange-1");
  private static final String EIP55 = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  @ParameterizedTest
  @CsvSource({
    "base58-check,1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa,1",
    "base58-check,3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy,3",
    "base58-check,TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t,T",
    "bech32,bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4,bc1q",
    "bech32,BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4,BC1Q",
    "bech32,tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7,tb1q",
    "bech32,bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0,bc1p",
    "eip-55,0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed,0x"
  })
  void theSurrogateHasChainLengthChecksumAndTheKeysCheck(
      String validator, String address, String start) {
    for (int i = 0; i < 50; i++) {
      Transforms t = Transforms.of(KeyRing.random());
      String made = t.apply("tokenize", "CRYPTO", address, X);
      assertThat(made).startsWith(start).hasSameSizeAs(address).isNotEqualTo(address);
      assertThat(Validators.named(validator).accepts(made)).isTrue();
      assertThat(t.verifies("CRYPTO", made)).isTrue();
      assertThat(t.apply("tokenize", "ACCOUNT_ID", made, X)).isEqualTo(made);
      assertThat(t.verifies("CRYPTO", address)).isFalse();
      assertThat(Transforms.of(KeyRing.random()).verifies("CRYPTO", made)).isFalse();
    }
  }

  @Test
  void oneAddressHasOneSurrogateInEveryTypeAndCase() {
    Transforms t = Transforms.of(KeyRing.random());
    String made = t.apply("tokenize", "CRYPTO", EIP55, X);
    assertThat(t.apply("tokenize", "SESSION_ID", EIP55, X)).isEqualTo(made);
    assertThat(t.apply("fpe", "CRYPTO", EIP55, X)).isEqualTo(made);
    assertThat(t.apply("tokenize", "CRYPTO", EIP55.toLowerCase(Locale.ROOT), X))
        .isEqualTo(made.toLowerCase(Locale.ROOT));
  }

  @Test
  void everySurrogateOfAnEthereumAddressShowsItsChecksum() {
    for (int i = 0; i < 20_000; i++) {
      String made = Transforms.of(KeyRing.random()).apply("tokenize", "CRYPTO", EIP55, X);
      assertThat(Validators.named("eip-55").accepts(made)).isTrue();
    }
  }

  @Test
  void theBitsBehindASegwitProgramStayZero() {
    // 32 bytes fill 51 symbols and one bit of the last.
    String address = "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7";
    for (int i = 0; i < 50; i++) {
      String made = Transforms.of(KeyRing.random()).apply("tokenize", "CRYPTO", address, X);
      assertThat(Bech32.of(made).data().substring(52)).isIn("q", "s");
    }
  }
}
