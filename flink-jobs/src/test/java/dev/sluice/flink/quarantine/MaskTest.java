package dev.sluice.flink.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MaskTest {
  @Test
  void namesOfTheFormatStayAndEverythingElseIsAShape() {
    assertThat(mask("{\"ts\":\"2026-01-02\",\"Anna\":\"Zoë 7!\"}"))
        .isEqualTo("{\"ts\":\"9999-99-99\",\"Aaaa\":\"Aa## 9#\"}");
  }

  @Test
  void aNameOfTheFormatThatStandsAsAValueIsMasked() {
    assertThat(mask("{\"x\":\"body\",\"y\": \"id\"}")).isEqualTo("{\"a\":\"aaaa\",\"a\": \"aa\"}");
  }

  @Test
  void noLetterOrDigitOfAnyBytesShows() {
    byte[] bytes = new byte[20_000];
    new Random(7).nextBytes(bytes);

    assertThat(Mask.of(bytes, bytes.length))
        .hasSize(bytes.length)
        .matches("[aA9{}\\[\\]\":,/=&?;@.\\-_ \\n#]*");
  }

  @Test
  void onlyTheBeginningIsShown() {
    assertThat(Mask.of("abcdef".getBytes(StandardCharsets.UTF_8), 2)).isEqualTo("aa");
  }

  private static String mask(String text) {
    return Mask.of(text.getBytes(StandardCharsets.UTF_8), 1_000);
  }
}
