package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sluice rules impact}: two sets of rules over the same traffic. */
class RulesImpactTest {
  private static final String CAPTURE =
      """
      {"id":"ab-%d","ts":"2026-11-22T12:00:00.123456Z","env":"prod","service":"checkout",\
      "direction":"inbound","protocol":"HTTP/1.1","durationMicros":31000,\
      "request":{"method":"POST","url":"https://shop.example/orders",\
      "headers":[["content-type","application/json"]],\
      "body":"{\\"colour\\":\\"green\\",\\"%s\\":\\"QZX-4%d11\\"}","bodyEncoding":"utf8"},\
      "response":{"status":201,"headers":[],"body":"","bodyEncoding":"utf8"}}
      """;
  private static final String PLACE = "request.body:$.label";

  @TempDir private Path dir;
  private String traffic;
  private String strong;
  private String weak;

  @BeforeEach
  void write() throws IOException {
    traffic = file("traffic.jsonl", captures("label"));
    strong = file("strong.yaml", pack("0.9"));
    weak = file("weak.yaml", pack("0.3"));
  }

  @Test
  void aNewPackAloneTellsWhatItAddsToTheBuiltInOnes() throws IOException {
    JsonNode change = only("--input", traffic, "--new", strong);
    assertThat(change.get("change").textValue()).isEqualTo("added");
    assertThat(change.get("rule").textValue()).isEqualTo("custom-qzx");
    assertThat(change.get("location").textValue()).isEqualTo(PLACE);
    assertThat(change.get("count").longValue()).isEqualTo(2);
    assertThat(change.get("shape").textValue()).isEqualTo("AAA-9999");
  }

  @Test
  void aFindingThatCrossesTheThresholdIsRaisedOrLowered() throws IOException {
    assertThat(kind("--old", weak, "--new", strong)).isEqualTo("raised");
    assertThat(kind("--old", strong, "--new", weak)).isEqualTo("lowered");
    assertThat(kind("--old", strong)).isEqualTo("removed");
    assertThat(kind("--old", weak)).isEqualTo("removed-idle");
    assertThat(kind("--new", weak)).isEqualTo("added-idle");
  }

  @Test
  void whatGivesWayToTheNewRuleIsDisplaced() throws IOException {
    String visitors = file("visitors.jsonl", captures("visitor"));
    JsonNode changes = changes("--input", visitors, "--new", strong);
    assertThat(changes.findValuesAsText("change")).containsExactly("added", "displaced");
  }

  @Test
  void equalPacksAlterNothing() throws IOException {
    CliRun run = CliRun.of("rules", "impact", "--input", traffic, "--old", strong, "--new", strong);
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("2 exchanges: 0 findings more", "0 no longer");
  }

  @Test
  void aSnapshotIsReadAsWellAsFiles() throws IOException {
    String snapshot = dir.resolve("snap").toString();
    CliRun.of("snapshots", "create", traffic, "--profile", "balanced", "-o", snapshot);
    assertThat(only("--snapshot", snapshot, "--new", strong).get("count").longValue()).isEqualTo(2);
  }

  @Test
  void theTableShowsShapesAndNoValues() {
    CliRun run = CliRun.of("rules", "impact", "--input", traffic, "--new", strong);
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("AAA-9999", "custom-qzx", PLACE);
    assertThat(run.out().contains("QZX-4") || run.err().contains("QZX-4")).isFalse();
    assertThat(run.err()).contains("2 findings more would be rewritten");
  }

  @Test
  void badPacksAndMissingOptionsAreTold() throws IOException {
    String bad = file("bad.yaml", "rules:\n  - id: a\n");
    CliRun run = CliRun.of("rules", "impact", "--input", traffic, "--new", bad);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("bad.yaml:2");
    assertThat(CliRun.of("rules", "impact", "--new", strong).err()).contains("--snapshot or");
    assertThat(CliRun.of("rules", "impact", "--input", traffic).err()).contains("give --new");
  }

  private String kind(String... packs) throws IOException {
    String[] all = new String[packs.length + 2];
    all[0] = "--input";
    all[1] = traffic;
    System.arraycopy(packs, 0, all, 2, packs.length);
    return only(all).get("change").textValue();
  }

  private static JsonNode only(String... options) throws IOException {
    JsonNode changes = changes(options);
    assertThat(changes).hasSize(1);
    return changes.get(0);
  }

  private static JsonNode changes(String... options) throws IOException {
    String[] all = new String[options.length + 3];
    all[0] = "rules";
    all[1] = "impact";
    all[2] = "--json";
    System.arraycopy(options, 0, all, 3, options.length);
    CliRun run = CliRun.of(all);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertThat(report.get("exchanges").longValue()).isEqualTo(2);
    return report.get("changes");
  }

  private static String captures(String field) {
    return CAPTURE.formatted(1, field, 1) + CAPTURE.formatted(2, field, 2);
  }

  private static String pack(String score) {
    return CliRun.of("rules", "new", "QZX-4711").out().replace("score: 0.9", "score: " + score);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text).toString();
  }
}
