package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeShiftTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-22T12:00:00Z|2025-11-23T12:00:00Z",
        "2026-11-22T12:00:00.120+02:00|2025-11-23T12:00:00.120+02:00",
        "2026-11-22 12:00:00|2025-11-23 12:00:00",
        "20261122T120000Z|20251123T120000Z",
        "2026-11-22|2025-11-23",
        "Sun, 22 Nov 2026 12:00:00 GMT|Sun, 23 Nov 2025 12:00:00 GMT",
        "Sunday, 22-Nov-26 12:00:00 GMT|Sunday, 23-Nov-25 12:00:00 GMT",
        "Sun, 22-Nov-2026 12:00:00 GMT|Sun, 23-Nov-2025 12:00:00 GMT",
        "Sun Nov 22 12:00:00 2026|Sun Nov 23 12:00:00 2025",
        "Sun Mar  1 09:05:00 2026|Sun Mar  2 09:05:00 2025",
        "Sun Nov 22 12:00:00 +0100 2026|Sun Nov 23 12:00:00 +0100 2025",
        "22/Nov/2026:12:00:00 +0000|23/Nov/2025:12:00:00 +0000",
        "1795348800|1763899200",
        "1795348800.25|1763899200.25",
        "1795348800123|1763899200123",
        "1795348800123456|1763899200123456",
        "1795348800123456789|1763899200123456789",
        "/Date(1795348800123)/|/Date(1763899200123)/",
        "11/22/2026|11/23/2025",
        "22.11.2026|23.11.2025"
      })
  void aTimeKeepsItsNotationAndWeekday(String before, String after) {
    assertThat(TimeShift.moved(before, -52)).contains(after);
    assertThat(TimeShift.moved(after, 52)).contains(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
  void whatStandsForNeverStays(String never) {
    assertThat(TimeShift.moved(never, -52)).contains(never);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2026-13-45", "32000000", "12:30"})
  void whatCannotBeWrittenAgainIsGivenBackNowhere(String text) {
    assertThat(TimeShift.moved(text, -520)).isEmpty();
  }

  @Test
  void aNumberThatWouldBeNoTimeAnyMoreIsNotGivenBack() {
    assertThat(TimeShift.moved("100000000", -520)).isEmpty();
  }
}
