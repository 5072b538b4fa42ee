package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFormatsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rfc3339|2026-11-22T12:00:00Z",
        "rfc3339|2026-11-22T14:00:00.000+02:00",
        "iso-local|2026-11-22T12:00:00",
        "iso-space|2026-11-22 12:00:00",
        "iso-offset-basic|2026-11-22T12:00:00+0000",
        "amz-date|20261122T120000Z",
        "rfc1123|Sun, 22 Nov 2026 12:00:00 GMT",
        "rfc850|Sunday, 22-Nov-26 12:00:00 GMT",
        "cookie-date|Sun, 22-Nov-2026 12:00:00 GMT",
        "asctime|Sun Nov 22 12:00:00 2026",
        "epoch-seconds|1795348800",
        "epoch-millis|1795348800000",
        "epoch-micros|1795348800000000",
        "epoch-nanos|1795348800000000000",
        "ms-json-date|/Date(1795348800000)/"
      })
  void everyNotationNamesTheSamePointInTime(String format, String text) {
    assertThat(TimeFormats.parse(text))
        .contains(new TimeFormats.Parsed(format, Instant.parse("2026-11-22T12:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345678",
        "120.0.0.0",
        "99999999999999999999",
        "2026-13-45",
        "not a date at all",
        "/Date(x)/"
      })
  void otherTextNamesNone(String text) {
    assertThat(TimeFormats.parse(text)).isEmpty();
  }

  @Test
  void noTextMakesItThrow() {
    Random r = new Random(5);
    String alphabet = "0123456789-:/TZ+. ()DateSunNov";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = r.nextInt(40); n > 0; n--) {
        text.append(alphabet.charAt(r.nextInt(alphabet.length())));
      }
      assertThat(TimeFormats.parse(text.toString())).isNotNull();
    }
  }
}
