package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EMAIL = "jo.miller@acme-mail.com";
  private static final String CAPTURE =
      """
      {"id":"ab-1","ts":"2026-11-22T12:00:00.123456Z","env":"prod","service":"checkout",\
      "direction":"inbound","protocol":"HTTP/1.1","durationMicros":31000,\
      "request":{"method":"POST","url":"https://shop.example/orders",\
      "headers":[["content-type","application/json"]],\
      "body":"{\\"email\\":\\"%s\\"}","bodyEncoding":"utf8"},\
      "response":{"status":201,"headers":[],"body":"","bodyEncoding":"utf8"}}
      """
          .formatted(EMAIL);

  @TempDir private Path dir;

  @Test
  void scanCountsOffsetsInCodePoints() throws Exception {
    CliRun run =
        CliRun.with("{\"id\":7,\"text\":\"\uD83D\uDE00 " + EMAIL + "\"}\n", "scan", "--text-jsonl");

    assertThat(run.code()).isEqualTo(ExitCode.OK);
    JsonNode row = JSON.readTree(run.out());
    assertThat(row.get("id").intValue()).isEqualTo(7);
    JsonNode found = row.get("findings").get(0);
    assertThat(found.get("infoType").textValue()).isEqualTo("EMAIL_ADDRESS");
    assertThat(found.get("category").textValue()).isEqualTo("pii");
    assertThat(found.get("start").intValue()).isEqualTo(2);
    assertThat(found.get("end").intValue()).isEqualTo(2 + EMAIL.length());
  }

  @Test
  void scanKeepsTheOrderOfManyRows() throws Exception {
    StringBuilder in = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      in.append("{\"id\":").append(i).append(",\"text\":\"x\"}\n");
    }

    CliRun run = CliRun.with(in.toString(), "scan", "--text-jsonl");

    assertThat(run.lines()).hasSize(3_000);
    for (int i = 0; i < 3_000; i++) {
      assertThat(JSON.readTree(run.lines().get(i)).get("id").intValue()).isEqualTo(i);
    }
  }

  @Test
  void aTextRowThatIsNoJsonNamesItsLineButNotItsText() {
    CliRun run = CliRun.with("{\"id\":1,\"text\":\"\"}\n" + EMAIL + "\n", "scan", "--text-jsonl");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("line 2").doesNotContain(EMAIL);
  }

  @Test
  void sanitizeReplacesAndKeepsTheForm() throws Exception {
    CliRun run = CliRun.with(CAPTURE, "sanitize", "--jsonl");

    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).doesNotContain(EMAIL);
    assertThat(run.err()).contains("throw-away");
    JsonNode row = JSON.readTree(run.out());
    assertThat(row.get("id").textValue()).isEqualTo("ab-1");
    assertThat(row.at("/request/body").textValue()).contains("@");
  }

  @Test
  void oneKeyGivesOneSurrogate() throws Exception {
    Path key = Files.writeString(dir.resolve("key"), "0f".repeat(32));
    String[] command = {"sanitize", "--jsonl", "--key-file", key.toString()};

    assertThat(CliRun.with(CAPTURE, command).out()).isEqualTo(CliRun.with(CAPTURE, command).out());
  }

  @Test
  void aQuarantinedCaptureLeavesIdAndReasonAndExitZero() {
    CliRun run = CliRun.with("{\"id\":\"ab-2\",\"env\":\"prod\"}\n", "sanitize", "--jsonl");

    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.lines().get(0)).startsWith("{\"id\":\"ab-2\",\"quarantined\":\"missing-");
  }

  @Test
  void anIdThatCouldBeAnAddressIsNotRepeated() {
    CliRun run = CliRun.with("{\"id\":\"" + EMAIL + "\"}\n", "sanitize", "--jsonl");

    assertThat(run.out()).startsWith("{\"id\":null,").doesNotContain(EMAIL);
  }

  @Test
  void aLineThatIsNoJsonIsExitTwoAndTheRestIsStillDone() {
    CliRun run = CliRun.with("nonsense " + EMAIL + "\n" + CAPTURE, "sanitize", "--jsonl");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.lines()).hasSize(2);
    assertThat(run.out() + run.err()).doesNotContain(EMAIL);
  }

  @Test
  void scanOfAFileShowsShapesAndExitsOne() throws Exception {
    Path file = Files.writeString(dir.resolve("in.jsonl"), CAPTURE);

    CliRun run = CliRun.of("scan", file.toString());

    assertThat(run.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(run.out()).contains("request.body:$.email").doesNotContain(EMAIL);
  }

  @Test
  void createShowAndVerifyAFolder() throws Exception {
    Path file = Files.writeString(dir.resolve("in.jsonl"), CAPTURE);
    String snap = dir.resolve("snap").toString();

    CliRun created = CliRun.of("snapshots", "create", file.toString(), "-o", snap);
    CliRun shown = CliRun.of("snapshots", "show", snap);
    CliRun verified = CliRun.of("snapshots", "verify", snap);

    assertThat(created.code()).isEqualTo(ExitCode.OK);
    assertThat(created.err()).contains("1 read, 1 in 1 snapshots");
    assertThat(shown.out()).contains("checkout in prod").contains("POST /orders");
    assertThat(verified.code()).isEqualTo(ExitCode.OK);
    assertThat(verified.out()).startsWith("ok");
  }

  @Test
  void aFolderSaysWhoCanBeSingledOutAndNamesNoRareEndpoint() throws Exception {
    Path file = Files.writeString(dir.resolve("in.jsonl"), CAPTURE);
    Path policy =
        Files.writeString(
            dir.resolve("p.yaml"),
            """
            profile: balanced
            disabledRules: [email-address, email-field]
            rarity: 2
            quasiIdentifiers: [{name: person, fields: [email]}, {name: none, fields: [zip]}]
            block: {uniqueness: 0}
            """);
    String snap = dir.resolve("snap").toString();

    CliRun.of("snapshots", "create", file.toString(), "--policy", policy.toString(), "-o", snap);
    CliRun shown = CliRun.of("snapshots", "show", snap);

    assertThat(shown.out()).containsPattern("unique +0 of 0 by none");
    assertThat(shown.out()).containsPattern("unique +1 of 1 by person");
    assertThat(shown.out()).contains("POST *").doesNotContain("POST /orders", "blocked");
    assertThat(CliRun.of("snapshots", "verify", snap).code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aChangedPartIsFound() throws Exception {
    Path file = Files.writeString(dir.resolve("in.jsonl"), CAPTURE);
    Path snap = dir.resolve("snap");
    CliRun.of("snapshots", "create", file.toString(), "-o", snap.toString());
    try (var files = Files.walk(snap)) {
      Path part = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(part);
      bytes[bytes.length / 2] ^= 1;
      Files.write(part, bytes);
    }

    CliRun verified = CliRun.of("snapshots", "verify", snap.toString());

    assertThat(verified.code()).isEqualTo(ExitCode.CHECK_FAILED);
  }

  @Test
  void aFullFolderIsNotWrittenInto() throws Exception {
    Path file = Files.writeString(dir.resolve("in.jsonl"), CAPTURE);

    CliRun run = CliRun.of("snapshots", "create", file.toString(), "-o", dir.toString());

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("is not empty");
  }
}
