package dev.sluice.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.rules.RulePacks;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final String PACK =
      """
      rules:
        - id: shop-badge
          infoType: BADGE_NUMBER
          category: pii
          pattern: 'BDG-\\d{4}'
          keywords: [bdg]
          places: [body-text]
          score: 0.3
          context: [badge]
          allow: ['BDG-0000']
          examples:
            match: ['«BDG-4711»']
            noMatch: ['BDG-47110']
      """;

  @Test
  void aMatchWithContextIsFound() {
    assertThat(explain("my badge BDG-4711", Place.BODY_TEXT).verdict()).isEqualTo("found");
  }

  @Test
  void aMatchWithoutContextIsBelowTheThresholdAndSaysWhatLiftsIt() {
    Explanation e = explain("BDG-4711", Place.BODY_TEXT);

    assertThat(e.verdict()).isEqualTo("below the threshold");
    assertThat(e.reasons()).singleElement().asString().contains("context word");
  }

  @Test
  void whatRefusedIsNamedAndNothingElse() {
    assertThat(explain("BDG-47110", Place.BODY_TEXT).reasons())
        .containsExactly(Relaxed.BOUNDARY.reason());
    assertThat(explain("BDG-0000", Place.BODY_TEXT).reasons())
        .containsExactly(Relaxed.ALLOW.reason());
    assertThat(explain("BDG-4711", Place.HEADER).reasons()).containsExactly(Relaxed.PLACE.reason());
  }

  @Test
  void severalRefusalsAreAllNamed() {
    assertThat(explain("BDG-47110", Place.HEADER).reasons())
        .containsExactly(Relaxed.PLACE.reason(), Relaxed.BOUNDARY.reason());
  }

  private static Explanation explain(String text, Place place) {
    return RulePacks.read("test.yaml", "test", PACK.getBytes(StandardCharsets.UTF_8))
        .rules()
        .stream()
        .flatMap(r -> Explanation.of(r, text, ValueContext.of(place, ""), 0.5).stream())
        .findFirst()
        .orElseThrow();
  }
}
