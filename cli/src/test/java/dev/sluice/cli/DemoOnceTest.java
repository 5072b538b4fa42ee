package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole loop in a process of its own: what a newcomer types first. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class DemoOnceTest {
  @TempDir private Path dir;

  @Test
  void theShopsTrafficIsAccountedForToTheUnit() throws Exception {
    JsonNode summary = demo("--sessions", "30");

    long inSnapshots = 0;
    Set<String> services = new TreeSet<>();
    for (JsonNode snapshot : summary.get("snapshots")) {
      inSnapshots += snapshot.get("exchanges").longValue();
      services.add(snapshot.get("service").textValue());
      assertThat(snapshot.get("contentDigest").textValue()).startsWith("sha256:");
    }
    long captured = summary.get("captured").longValue();
    assertThat(captured).isPositive();
    assertThat(inSnapshots)
        .isEqualTo(
            captured
                - summary.get("filtered").longValue()
                - summary.get("sampled").longValue()
                - summary.get("quarantined").longValue()
                - summary.get("late").longValue());
    assertThat(summary.get("quarantined").longValue() * 200).isLessThanOrEqualTo(captured);
    assertThat(services).contains("storefront", "checkout", "payment-gateway");
  }

  @Test
  void aFileOfMyOwnTakesTheSameWay() throws Exception {
    Path file = dir.resolve("mine.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      lines.add(
          """
          {"id":"ab-%d","ts":"2026-01-01T00:00:%02dZ","env":"prod","service":"mine",\
          "direction":"inbound","protocol":"HTTP/1.1","request":{"method":"GET",\
          "url":"https://mine.example/a","headers":[],"body":"","bodyEncoding":"utf8"}}"""
              .formatted(i, i));
    }
    Files.write(file, lines);

    JsonNode summary = demo("--input", file.toString());

    assertThat(summary.get("captured").longValue()).isEqualTo(50);
    assertThat(summary.get("snapshots")).hasSize(1);
    assertThat(summary.get("snapshots").get(0).get("exchanges").longValue()).isEqualTo(50);
  }

  private JsonNode demo(String... more) throws IOException, InterruptedException {
    Path out = dir.resolve("out.json");
    Path err = dir.resolve("err.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-opens=java.base/java.util=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of("dev.sluice.cli.Main", "demo", "--once", "--json"));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return new ObjectMapper().readTree(Files.readString(out, StandardCharsets.UTF_8));
  }
}
