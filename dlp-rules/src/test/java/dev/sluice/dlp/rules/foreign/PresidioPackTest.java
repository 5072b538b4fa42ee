package dev.sluice.dlp.rules.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.rules.RulePacks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresidioPackTest {
  private static final String ZIP =
      """
      recognizers:
        - name: Zip code
          supported_languages:
            - language: en
              context: [zip, postcode]
          patterns:
            - {name: weak, regex: '(\\b\\d{5}(-\\d{4})?\\b)', score: 0.1}
          supported_entity: US_ZIP
        - name: Titles
          supported_entity: TITLE
          deny_list: [Mr., Dr]
      """;

  @Test
  void theWholeMatchIsTheSpanWhateverItsGroups() {
    assertThat(scan(ZIP, "at 12345-6789 there"))
        .singleElement()
        .satisfies(c -> assertThat(c.length()).isEqualTo(10))
        .satisfies(c -> assertThat(c.score()).isEqualTo(0.1));
  }

  @Test
  void contextLiftsTheScore() {
    assertThat(scan(ZIP, "zip 12345"))
        .singleElement()
        .satisfies(c -> assertThat(c.score()).isGreaterThanOrEqualTo(0.4));
  }

  @Test
  void denyListsAreWholeWordsInAnyCase() {
    assertThat(scan(ZIP, "dr Who met Drake and mr. X")).hasSize(2);
  }

  @Test
  void looksAtTheEndsBecomeNeighboursAndOthersAreReported() {
    RulePack pack =
        read(
            """
            recognizers:
              - name: Five
                supported_entity: FIVE
                patterns:
                  - {name: ends, regex: '(?<!\\d)\\d{5}(?!\\d)', score: 0.5}
                  - {name: inside, regex: 'a(?!b)c', score: 0.5}
              - name: SpacyRecognizer
                type: predefined
            """);
    Detector detector = Detector.of(List.of(pack));

    assertThat(detector.detect("12345 67890,123456", ValueContext.text())).hasSize(2);
    assertThat(pack.notes()).hasSize(2).allMatch(n -> n.contains("left out"));
  }

  @Test
  void aFileIsKnownByItsContent(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("people.yaml"), ZIP);

    assertThat(RulePacks.read(file).rules()).hasSize(2).allMatch(r -> r.id().startsWith("people-"));
  }

  private static List<Candidate> scan(String yaml, String text) {
    return Detector.of(List.of(read(yaml))).detect(text, ValueContext.text());
  }

  private static RulePack read(String yaml) {
    return PresidioPack.read(
        "presidio.yaml", "presidio", "sha256:0", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
