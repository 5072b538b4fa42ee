package dev.sluice.dlp.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
  private static final byte[] KEY = HexFormat.of().parseHex("07".repeat(32));

  @TempDir Path dir;

  @Test
  void derivationMatchesTestCaseOneOfRfc5869() {
    byte[] okm =
        Hkdf.derive(
            HexFormat.of().parseHex("0b".repeat(22)),
            HexFormat.of().parseHex("000102030405060708090a0b0c"),
            HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9"),
            42);
    assertThat(HexFormat.of().formatHex(okm))
        .isEqualTo(
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
  }

  @Test
  void derivationMatchesTestCaseThreeOfRfc5869WithoutSaltAndInfo() {
    byte[] okm =
        Hkdf.derive(HexFormat.of().parseHex("0b".repeat(22)), new byte[0], new byte[0], 42);
    assertThat(HexFormat.of().formatHex(okm))
        .isEqualTo(
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
  }

  @Test
  void oneKeyHasOneIdInWhateverNotationItsFileHoldsIt() throws IOException {
    Path raw = Files.write(dir.resolve("raw"), KEY);
    Path hex = Files.writeString(dir.resolve("hex"), HexFormat.of().formatHex(KEY) + "\n");
    Path b64 = Files.writeString(dir.resolve("b64"), Base64.getEncoder().encodeToString(KEY));
    assertThat(KeyRing.fromFile(raw).keyId())
        .isEqualTo(KeyRing.fromFile(hex).keyId())
        .isEqualTo(KeyRing.fromFile(b64).keyId())
        .isNotEqualTo(KeyRing.random().keyId());
  }

  @Test
  void subkeysDifferByPurposeAndTheKeyIsNeverPrinted() {
    KeyRing ring = KeyRing.of(KEY);
    assertThat(ring.subkey("a")).hasSize(32).isNotEqualTo(ring.subkey("b")).isNotEqualTo(KEY);
    assertThat(ring.toString())
        .doesNotContain(HexFormat.of().formatHex(KEY))
        .contains(ring.keyId());
  }

  @Test
  void anUnusableKeySaysWhatToDoAndRepeatsNothing() throws IOException {
    Path bad = Files.writeString(dir.resolve("bad"), "not-a-key-but-secret");
    assertThatThrownBy(() -> KeyRing.fromFile(bad))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("64 hex digits")
        .message()
        .doesNotContain("secret");
    assertThatThrownBy(() -> KeyRing.of(new byte[31])).hasMessageContaining("31 bytes");
  }

  @Test
  void aKeyFileThatOthersCanReadIsNoticed() throws IOException {
    Path file = Files.write(dir.resolve("k"), KEY);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(KeyRing.isExposed(file)).isTrue();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(KeyRing.isExposed(file)).isFalse();
  }
}
