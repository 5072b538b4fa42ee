package dev.sluice.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.eval.EvalReport;
import dev.sluice.dlp.eval.Evaluation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published numbers belong to the corpus and the tables that the command has now. */
class AccuracyPageTest {
  private static final Path PAGE = Path.of("../docs/accuracy.md");

  @Test
  void thePageIsOfTheCorpusOfTheDefaultSeedAndSize() throws Exception {
    String corpus = Evaluation.of(1, 2).corpus();

    assertThat(Files.readString(PAGE))
        .as("run: sluice rules eval --write docs/accuracy.md")
        .contains(AccuracyPage.stamp(1, 2, corpus));
  }

  @Test
  void thePageHasTheTablesAndRowsOfTheCommand() throws Exception {
    EvalReport report = Evaluation.of(1, 1).everyNth(40).run(List.of());

    assertThat(headings(Files.readString(PAGE)))
        .as("run: sluice rules eval --write docs/accuracy.md")
        .containsAll(
            headings(AccuracyPage.of(report)).stream().filter(h -> !h.contains("leak")).toList());
  }

  private static List<String> headings(String page) {
    return page.lines()
        .filter(
            l -> l.startsWith("#") || l.startsWith("| info type") || l.startsWith("| container"))
        .toList();
  }
}
