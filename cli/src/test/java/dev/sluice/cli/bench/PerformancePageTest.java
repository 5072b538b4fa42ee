package dev.sluice.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The published page is one that the commands write. */
class PerformancePageTest {
  private static final Path PAGE = Path.of("../docs/performance.md");
  private static final Machine MACHINE = new Machine("cpu", 2, "17", "os", 1);
  private static final String ENGINE =
      EngineSection.of(
          new EngineReport(
              MACHINE,
              300,
              5,
              1,
              List.of(
                  new EngineReport.CorpusResult(
                      "clean", 1, 100, 50, 0.5, 70, 0.01, 5000, 1, 0, 0, 1, 10))));
  private static final PipelineReport.Speed SPEED =
      new PipelineReport.Speed(1, 1, 1, new TreeMap<>());
  private static final String PIPELINE =
      PipelineSection.of(
          new PipelineReport(
              MACHINE,
              1,
              1,
              2,
              SPEED,
              SPEED,
              1,
              new PipelineReport.Checkpoints(10, 0, 0, 1),
              new PipelineReport.ManyServices(1_000, 2, 12_000, 384, 700, 1, 1)));

  @Test
  void thePublishedPageHasTheHeadingsAndTablesOfTheCommands() throws Exception {
    String page = made();

    assertThat(frame(Files.readString(PAGE)))
        .as("run: sluice bench engine|pipeline --write docs/performance.md")
        .containsAll(frame(page));
  }

  @Test
  void aSectionIsReplacedAndTheOtherStays() {
    String page = made();
    String again =
        PerformancePage.with(page, PerformancePage.Section.ENGINE, ENGINE.replace("300", "301"));

    assertThat(again).isEqualTo(page.replace("300 rules", "301 rules"));
  }

  @Test
  void aMissedTargetIsToldPlainly() {
    assertThat(ENGINE).contains("| clean, ratio to copy | >= 1.5 | 0.50 | **no** |");
  }

  private static String made() {
    String page = PerformancePage.with("", PerformancePage.Section.ENGINE, ENGINE);
    return PerformancePage.with(page, PerformancePage.Section.PIPELINE, PIPELINE);
  }

  private static List<String> frame(String page) {
    return page.lines()
        .filter(
            l ->
                l.startsWith("#")
                    || l.startsWith("| corpus")
                    || l.startsWith("| target")
                    || l.startsWith("| sanitizing")
                    || l.startsWith("| stage"))
        .toList();
  }
}
