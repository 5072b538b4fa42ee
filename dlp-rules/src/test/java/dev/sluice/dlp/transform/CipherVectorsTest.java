package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ciphers against the published vectors. */
class CipherVectorsTest {
  private static final String K128 = "2b7e151628aed2a6abf7158809cf4f3c";
  private static final String K192 = K128 + "ef4359d8d580aa4f";
  private static final String K256 = K192 + "7f036d6f04fc6a94";
  private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

  @ParameterizedTest
  @CsvSource({
    "128,10,'',0123456789,2433477484",
    "128,10,39383736353433323130,0123456789,6124200773",
    "128,36,3737373770717273373737,0123456789abcdefghi,a9tv40mll9kdu509eum",
    "192,10,'',0123456789,2830668132",
    "192,10,39383736353433323130,0123456789,2496655549",
    "192,36,3737373770717273373737,0123456789abcdefghi,xbj3kv35jrawxv32ysr",
    "256,10,'',0123456789,6657667009",
    "256,10,39383736353433323130,0123456789,1001623463",
    "256,36,3737373770717273373737,0123456789abcdefghi,xs8a0azh2avyalyzuwd"
  })
  void ff1MatchesTheSamplesOfNist(int bits, int radix, String tweak, String plain, String cipher) {
    String key = bits == 128 ? K128 : bits == 192 ? K192 : K256;
    Ff1 ff1 = new Ff1(hex(key), hex(tweak), radix);
    assertThat(ff1.map(word(plain), true)).isEqualTo(word(cipher));
    assertThat(ff1.map(word(cipher), false)).isEqualTo(word(plain));
  }

  @Test
  void aesSivMatchesAppendixA1OfRfc5297() {
    AesSiv siv =
        new AesSiv(
            hex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0"), hex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"));
    List<byte[]> associated = texts("101112131415161718191a1b1c1d1e1f2021222324252627");
    byte[] plain = hex("112233445566778899aabbccddee");
    byte[] sealed = siv.seal(associated, plain);
    assertThat(HexFormat.of().formatHex(sealed))
        .isEqualTo("85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c");
    assertThat(siv.open(associated, sealed))
        .hasValueSatisfying(p -> assertThat(p).isEqualTo(plain));
  }

  @Test
  void aesSivMatchesAppendixA2OfRfc5297() {
    AesSiv siv =
        new AesSiv(
            hex("7f7e7d7c7b7a79787776757473727170"), hex("404142434445464748494a4b4c4d4e4f"));
    List<byte[]> associated =
        texts(
            "00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa99887766554433221100",
            "102030405060708090a0",
            "09f911029d74e35bd84156c5635688c0");
    byte[] plain =
        hex(
            "7468697320697320736f6d6520706c61696e7465787420746f20656e6372797074207573696e672053"
                + "49562d414553");
    assertThat(HexFormat.of().formatHex(siv.seal(associated, plain)))
        .isEqualTo(
            "7bdb6e3b432667eb06f4d14bff2fbd0fcb900f2fddbe404326601965c889bf17dba77ceb094fa663b7a3"
                + "f748ba8af829ea64ad544a272e9c485b62a3fd5c0d");
  }

  @Test
  void aesSivRefusesWhatWasChangedAnywhere() {
    AesSiv siv = new AesSiv(hex(K128), hex(K128.replace('2', '3')));
    byte[] sealed = siv.seal(texts("00"), hex(K256));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThat(siv.open(texts("00"), changed)).isEmpty();
    }
    assertThat(siv.open(texts("01"), sealed)).isEmpty();
    assertThat(siv.open(texts("00"), new byte[5])).isEmpty();
  }

  private static byte[] word(String text) {
    byte[] out = new byte[text.length()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) LETTERS.indexOf(text.charAt(i));
    }
    return out;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static List<byte[]> texts(String... texts) {
    return Stream.of(texts).map(CipherVectorsTest::hex).toList();
  }
}
