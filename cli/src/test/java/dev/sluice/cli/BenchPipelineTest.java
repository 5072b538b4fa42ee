package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.model.SluiceJson;
import org.junit.jupiter.api.Test;

/** That the command measures and reports; how fast is not asked here. */
class BenchPipelineTest {
  @Test
  void theJobIsMeasuredWithAndWithoutSanitizing() throws Exception {
    CliRun run = CliRun.of("bench", "pipeline", "--megabytes", "1", "--services", "10", "--json");

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode report = SluiceJson.mapper().readTree(run.out());
    for (String path :
        new String[] {
          "/on/MBps", "/on/exchangesPerSecond", "/off/MBps", "/off/exchangesPerSecond", "/ratio"
        }) {
      assertThat(report.at(path).asDouble()).as(path).isPositive();
    }
    assertThat(report.at("/manyServices/exchanges").asInt()).isEqualTo(10 * 2 * 6);
    assertThat(report.at("/on/shares").has("sanitize")).isTrue();
    assertThat(report.at("/off/shares").has("sanitize")).isFalse();
  }
}
