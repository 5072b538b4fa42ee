package dev.sluice.dlp.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TextCodingTest {

  @Test
  void aCardNumberThatWouldReadAsHexIsANumber() {
    String card = "5555556677682857";

    assertThat(new String(HexFormat.of().parseHex(card), StandardCharsets.US_ASCII))
        .isEqualTo("UUUfwh(W");
    assertThat(TextCoding.of(card)).isEmpty();
  }

  @Test
  void aCardNumberInHexIsOpened() {
    String hex = HexFormat.of().formatHex("5555556677682857".getBytes(StandardCharsets.US_ASCII));

    assertThat(TextCoding.of(hex)).map(TextCoding::text).hasValue("5555556677682857");
  }
}
