package dev.sluice.dlp.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.rules.RulePacks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {

  private static final Detector DETECTOR = Detector.of(RulePacks.builtin());

  @ParameterizedTest
  @CsvSource({
    "creditCardNumber, 4111111111111111, CREDIT_CARD",
    "credit_card-number, 4111111111111111, CREDIT_CARD",
    "CREDITCARDNUMBER, 4111111111111111, CREDIT_CARD",
    "birthDate, 1984-05-02, DATE_OF_BIRTH",
    "createdAt, 1763812345, DATE_TIME",
    "phoneNumber, 2125550123, PHONE_NUMBER",
    "socialSecurityNumber, 536904399, US_SSN",
    "straßenname, Hauptweg 5, STREET_ADDRESS",
    "prénom, Zoé, PERSON",
    "Apellido, García, PERSON",
    "senha, trocame1, PASSWORD",
    "x-request-id, 7f3a, TRACE_ID",
  })
  void a_field_name_decides_what_its_value_is(String field, String value, String infoType) {
    List<Candidate> winners = winners(value, ValueContext.of(Place.BODY_FIELD, field));

    assertThat(winners).extracting(c -> c.rule().infoType()).containsExactly(infoType);
    assertThat(winners.get(0).length()).isEqualTo(value.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36",
        "3f786850e387550fdab836ed7e6dc881de23001b",
        "550e8400-e29b-41d4-a716-446655440000",
        "order 100200300 shipped",
        "19.99",
        "$1,234,567.89",
        "M10.1234 20.5678 L30.1234 40.5678",
        "W/\"33a64df551425fcc55e4d42a148795d9f25f89d4\"",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
        "text/html; charset=utf-8",
        "max-age=31536000; includeSubDomains",
        "v1.2.3-rc.4+build.567",
        "1763812345",
        "https://shop.example/products/12345678901?page=2",
        "The quick brown fox jumps over the lazy dog."
      })
  void what_only_looks_sensitive_stays_below_the_threshold(String text) {
    assertThat(winners(text, ValueContext.text())).isEmpty();
  }

  @Test
  void a_weak_number_is_a_finding_at_a_low_score_until_context_speaks() {
    List<Candidate> alone = DETECTOR.detect("111222333", ValueContext.text());
    List<Candidate> named = DETECTOR.detect("BSN: 111222333", ValueContext.text());

    assertThat(alone)
        .filteredOn(c -> c.rule().id().equals("nl-bsn"))
        .allMatch(c -> c.score() < 0.5);
    assertThat(named)
        .filteredOn(c -> c.rule().id().equals("nl-bsn"))
        .singleElement()
        .matches(c -> c.score() >= 0.85);
  }

  @ParameterizedTest
  @CsvSource({
    "kr-rrn, 주민등록번호는 900101-1234568 입니다",
    "jp-my-number, 私のマイナンバーは123456789018です",
    "th-tnin, เลขประจำตัวประชาชนของฉัน 1101700230708",
    "bg-egn, моят ЕГН: 7523169263"
  })
  void a_context_word_counts_in_scripts_that_write_no_spaces(String rule, String text) {
    assertThat(DETECTOR.detect(text, ValueContext.text()))
        .filteredOn(c -> c.rule().id().equals(rule))
        .singleElement()
        .matches(c -> c.score() >= 0.85);
  }

  @ParameterizedTest
  @CsvSource({
    "TH_TNIN, เลข1101700230708ครับ",
    "IP_ADDRESS, 地址203.0.113.7是",
    "KR_DRIVER_LICENSE, 운전면허번호는 11-20-123456-12입니다",
    "CREDIT_CARD, ເລກ4111111111111111",
  })
  void a_value_needs_no_space_beside_it_where_the_script_writes_none(String type, String text) {
    assertThat(DETECTOR.detect(text, ValueContext.text()))
        .extracting(c -> c.rule().infoType())
        .contains(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "17,536-90-4399,30 | US_SSN | true",
        "1,4111111111111111,2 | CREDIT_CARD | true",
        "7,111222333,100 | NL_BSN | true",
        "1,004,085,616 | AU_ACN | false",
        "3.004085616 | AU_ACN | false"
      })
  void numbers_in_the_cells_of_a_list_are_apart_but_not_the_groups_of_one_number(
      String text, String infoType, boolean found) {
    assertThat(DETECTOR.detect(text, ValueContext.text()))
        .extracting(c -> c.rule().infoType())
        .matches(types -> types.contains(infoType) == found);
  }

  @Test
  void a_whole_field_beats_what_stands_inside_it() {
    String text = "jane@example.com|rest-of-the-session";

    List<Candidate> winners = winners(text, ValueContext.of(Place.COOKIE, "sid"));

    assertThat(winners).singleElement().matches(c -> c.length() == text.length());
  }

  @Test
  void a_parent_name_completes_the_field_name() {
    ValueContext person = new ValueContext(Place.BODY_FIELD, "name", List.of("customer", "order"));
    ValueContext product = new ValueContext(Place.BODY_FIELD, "name", List.of("product"));

    assertThat(winners("Jane Doe", person)).hasSize(1);
    assertThat(winners("Jane Doe", product)).isEmpty();
  }

  @Test
  void overlapping_candidates_are_all_reported_in_order() {
    List<Candidate> all = DETECTOR.detect("4111111111111111", ValueContext.text());

    assertThat(all).isSortedAccordingTo((a, b) -> Integer.compare(a.start(), b.start()));
    assertThat(all).extracting(c -> c.rule().infoType()).contains("CREDIT_CARD");
  }

  private static List<Candidate> winners(String text, ValueContext context) {
    return Detector.winners(DETECTOR.detect(text, context), 0.5);
  }
}
