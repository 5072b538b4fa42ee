package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.model.SluiceJson;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the command measures and reports; how fast is not asked here. */
class BenchEngineTest {
  @TempDir private Path dir;

  @Test
  void eachCorpusIsMeasuredBesideItsReferences() throws Exception {
    CliRun run =
        CliRun.of("bench", "engine", "--corpus", "clean", "dense", "--seconds", "0.01", "--json");

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode report = SluiceJson.mapper().readTree(run.out());
    assertThat(report.at("/rules").asInt()).isGreaterThan(250);
    assertThat(report.at("/corpora").findValuesAsText("name")).containsExactly("clean", "dense");
    for (JsonNode corpus : report.at("/corpora")) {
      assertThat(corpus.get("quarantined").asInt()).isZero();
      for (String number :
          new String[] {
            "megabytes",
            "copyMBps",
            "sanitizeMBps",
            "ratioToCopy",
            "naiveMBps",
            "ratioToNaive",
            "allocBytesPerByte"
          }) {
        assertThat(corpus.get(number).asDouble()).as(number).isPositive();
      }
    }
    assertThat(report.at("/corpora/1/findings").asLong()).isPositive();
  }

  @Test
  void anyImportableFileIsACorpus() throws Exception {
    Path file =
        Files.writeString(
            dir.resolve("mine.jsonl"),
            "{\"id\":\"ab-1\",\"ts\":\"2026-11-22T12:00:00Z\",\"env\":\"prod\",\"service\":\"shop\","
                + "\"direction\":\"inbound\",\"protocol\":\"HTTP/1.1\",\"request\":{\"method\":\"GET\","
                + "\"url\":\"https://shop.example/\",\"headers\":[]}}\n");

    CliRun run = CliRun.of("bench", "engine", "--corpus", file.toString(), "--seconds", "0.01");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("mine.jsonl").contains("rules ready after");
  }
}
