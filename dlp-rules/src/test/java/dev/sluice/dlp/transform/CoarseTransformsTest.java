package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.keys.KeyRing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transforms that keep the coarse part: generalize, bucket, date-shift, mask. */
class CoarseTransformsTest {
  private static final Transforms T =
      Transforms.of(
          KeyRing.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII)));
  private static final TransformContext X = TransformContext.of("exchange-1");
  private static final TransformSpec AUTO = TransformSpec.of("generalize").with("to", "auto");
  private static final TransformSpec SHIFT = TransformSpec.of("date-shift");

  @ParameterizedTest
  @CsvSource({
    "POSTAL_CODE,94107,94100",
    "POSTAL_CODE,94107-1234,94100-0000",
    "POSTAL_CODE,03604,00000",
    "AGE,37,30",
    "AGE,97,90",
    "IP_ADDRESS,83.12.4.77,83.12.4.0",
    "IP_ADDRESS,83.12.4.77:8080,83.12.4.0:8080",
    "IP_ADDRESS,2a02:8071:12:34::1,2a02:8071:12::",
    "DATE_OF_BIRTH,1984-07-23,1984-07-01",
    "DATE_OF_BIRTH,19840723,19840701",
    "DATE_OF_BIRTH,23.07.1984,01.01.1984",
    "DATE_OF_BIRTH,1984-07-23T10:11:12Z,1984-07-01T00:00:00Z"
  })
  void generalizingKeepsTheCoarsePartInTheSameNotation(String type, String value, String coarse) {
    assertThat(T.apply(AUTO, type, value, X)).isEqualTo(coarse);
    assertThat(T.apply(AUTO, type, coarse, X)).isEqualTo(coarse);
  }

  @ParameterizedTest
  @CsvSource({
    "zip3,POSTAL_CODE,SW1A 1AA",
    "age-band,AGE,thirty",
    "ip-prefix,IP_ADDRESS,not an address",
    "year,DATE_OF_BIRTH,in July"
  })
  void whatTheTargetDoesNotKnowIsDrawnAnewInstead(String to, String type, String value) {
    TransformSpec spec = TransformSpec.of("generalize").with("to", to);
    assertThat(T.apply(spec, type, value, X)).isNotEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "100,1234.56,1200.00",
    "100,-5,-100",
    "0.5,3.7,3.5",
    "1000,999,0",
    "25,000000000000000075,75"
  })
  void aNumberBecomesTheLowerBoundOfItsBucket(String width, String value, String bound) {
    TransformSpec spec = TransformSpec.of("bucket").with("width", width);
    assertThat(T.apply(spec, "INCOME", value, X)).isEqualTo(bound);
  }

  @ParameterizedTest
  @CsvSource({"17,0", "18,18", "64,18", "65.5,65.0", "-3,0"})
  void bucketsCanHaveGivenBounds(String value, String bound) {
    TransformSpec spec = TransformSpec.of("bucket").with("bounds", "0", "18", "65");
    assertThat(T.apply(spec, "AGE", value, X)).isEqualTo(bound);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1984-07-23|\\d{4}-\\d\\d-\\d\\d",
        "1984-07-23T10:11:12.123Z|\\d{4}-\\d\\d-\\d\\dT10:11:12.123Z",
        "19840723|\\d{8}",
        "7/23/1984|\\d{1,2}/\\d{1,2}/\\d{4}",
        "23.07.1984|\\d\\d\\.\\d\\d\\.\\d{4}",
        "Mon, 23 Jul 1984 10:11:12 GMT|[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} 10:11:12 GMT",
        "1700000000|\\d{10}",
        "1700000000123|\\d{10}123"
      })
  void aShiftedDateKeepsItsNotationAndTimeOfDay(String value, String shape) {
    for (int i = 0; i < 50; i++) {
      TransformContext context = X.about(Optional.of("subject-" + i));
      assertThat(T.apply(SHIFT, "DATE_TIME", value, context)).matches(shape).isNotEqualTo(value);
    }
  }

  @Test
  void allDatesOfASubjectMoveByTheSameBoundedNumberOfDays() {
    Set<Long> shifts = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      TransformContext context = X.about(Optional.of("subject-" + i));
      TransformContext elsewhere =
          TransformContext.of("exchange-2").about(Optional.of("subject-" + i));
      long a = shift("2020-02-29", context);
      long b = shift("1999-12-31", elsewhere);
      assertThat(a).isEqualTo(b).isNotZero().isBetween(-30L, 30L);
      shifts.add(a);
    }
    assertThat(shifts.size()).isGreaterThan(40);
  }

  @Test
  void withoutAKnownSubjectEachExchangeShiftsByItsOwn() {
    Set<Long> shifts = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      shifts.add(shift("2020-02-29", TransformContext.of("x" + i)));
    }
    assertThat(shifts.size()).isGreaterThan(15);
  }

  @Test
  void aTextThatIsNoDateIsDrawnAnew() {
    assertThat(T.apply(SHIFT, "DATE_OF_BIRTH", "2020-02-31", X)).isNotEqualTo("2020-02-31");
    assertThat(T.apply(SHIFT, "DATE_OF_BIRTH", "yesterday", X)).isNotEqualTo("yesterday");
  }

  private static long shift(String day, TransformContext context) {
    String moved = T.apply(SHIFT, "DATE_OF_BIRTH", day, context);
    return ChronoUnit.DAYS.between(LocalDate.parse(day), LocalDate.parse(moved));
  }
}
