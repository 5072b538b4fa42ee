package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
  @TempDir private Path dir;

  @Test
  void theTransformsAreListedWithTheirParameters() {
    CliRun run = CliRun.of("policy", "transforms");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("date-shift").contains("a whole number from 1 to 3650");
  }

  @Test
  void aPolicyIsShownWithItsDefaultsAndAForeignInfoTypeIsTold() throws IOException {
    Path policy =
        Files.writeString(
            dir.resolve("p.yaml"),
            "transforms:\n  PERSN: redact\n  AGE: {transform: bucket, width: 20}\n");
    CliRun run = CliRun.of("policy", "show", "--policy", policy.toString());
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("balanced, strict in prod").contains("epoch, 30 days");
    assertThat(run.out()).contains("AGE: bucket width=20");
    assertThat(run.err()).contains("no built-in rule finds PERSN").doesNotContain("finds AGE");
  }

  @Test
  void anExplanationTellsWhatAppliesAndWhichLineSaysSo() throws IOException {
    Path policy =
        Files.writeString(
            dir.resolve("p.yaml"),
            """
            services: [checkout]
            for:
              - {environments: prod, profile: strict}
              - {endpoints: "GET /health", threshold: 0.9}
            """);
    CliRun run =
        CliRun.of(
            "policy",
            "explain",
            "--policy",
            policy.toString(),
            "--service",
            "cart",
            "--endpoint",
            "POST /orders");

    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .containsPattern("built in +yes +strict in prod, as the policy names no profile")
        .containsPattern("p.yaml:3 +yes")
        .containsPattern("p.yaml:4 +no +endpoints is GET /health")
        .containsPattern("profile +strict +p.yaml:3")
        .containsPattern("threshold +0.5 +built in");
    assertThat(run.err()).contains("not declared");
    assertThat(CliRun.of("policy", "explain", "--service", "a", "--endpoint", "x").code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void whatAPolicyNamesMustBeThere() throws IOException {
    Path policy =
        Files.writeString(
            dir.resolve("p.yaml"),
            "disabledRules: [emial]\nfor:\n- {services: a, disabledPacks: [helth]}\n");
    CliRun run = CliRun.of("policy", "validate", policy.toString());

    assertThat(run.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(run.out().lines())
        .containsExactly(
            "p.yaml: disabledPacks names no pack: helth",
            "p.yaml: disabledRules names no rule of a pack: emial");
  }

  @Test
  void whatIsLearnedFromFilesAndFromASnapshotIsKeptByTheStrictProfile() throws IOException {
    Path traffic = Files.writeString(dir.resolve("traffic.jsonl"), traffic(0, 40));
    Path snapshot = dir.resolve("snap");
    Path fields = dir.resolve("fields.yaml");
    assertThat(
            CliRun.of("snapshots", "create", traffic.toString(), "-o", snapshot.toString()).code())
        .isEqualTo(ExitCode.OK);
    CliRun fromFile = CliRun.of("policy", "learn", traffic.toString());
    CliRun learned = CliRun.of("policy", "learn", snapshot.toString(), "-o", fields.toString());

    assertThat(fromFile.out()).contains("values: [\"OPEN\", \"PAID\"]").doesNotContain("person-");
    assertThat(learned.code()).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(fields).strip())
        .contains("values: [\"OPEN\", \"PAID\"]")
        .doesNotContain("person-");
    assertThat(strict(fields))
        .containsPattern("state\\\\\":\\\\\"(OPEN|PAID)")
        .doesNotContain("person-");
  }

  @Test
  void sharesAreProposedFromASnapshotAndFromOneThatWasSampledAlready() throws IOException {
    Path traffic = Files.writeString(dir.resolve("traffic.jsonl"), traffic(0, 40));
    Path snapshot = dir.resolve("snap");
    CliRun.of("snapshots", "create", traffic.toString(), "-o", snapshot.toString());
    CliRun run = CliRun.of("policy", "rates", snapshot.toString(), "--keep", "10");
    Path policy = Files.writeString(dir.resolve("p.yaml"), run.out());
    CliRun again =
        CliRun.of(
            "policy", "rates", snapshot.toString(), "--keep", "10", "--policy", policy.toString());

    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("sample: 0.25}");
    assertThat(CliRun.of("policy", "validate", policy.toString()).code()).isEqualTo(ExitCode.OK);
    assertThat(again.out()).as("40 of 160").containsPattern("sample: 0.06[0-9]}");
    assertThat(CliRun.of("policy", "rates", snapshot.toString()).out()).contains("[]");
  }

  @Test
  void aReviewedListIsNotOverwritten() throws IOException {
    Path traffic = Files.writeString(dir.resolve("traffic.jsonl"), traffic(0, 3));
    Path fields = Files.writeString(dir.resolve("fields.yaml"), "mine");
    CliRun run = CliRun.of("policy", "learn", traffic.toString(), "-o", fields.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("is there already");
    assertThat(fields).hasContent("mine");
  }

  @Test
  void aStrictSnapshotTeachesNothing() throws IOException {
    Path traffic = Files.writeString(dir.resolve("traffic.jsonl"), traffic(0, 3));
    String snapshot = dir.resolve("snap").toString();
    CliRun.of("snapshots", "create", traffic.toString(), "--profile", "strict", "-o", snapshot);
    CliRun run = CliRun.of("policy", "learn", snapshot);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("strict profile");
  }

  private String strict(Path fields) throws IOException {
    Path policy =
        Files.writeString(
            dir.resolve("policy.yaml"), "profile: strict\nsafeFields: " + fields.getFileName());
    CliRun run =
        CliRun.with(traffic(100, 10), "sanitize", "--jsonl", "--policy", policy.toString());
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.lines()).hasSize(10).noneMatch(line -> line.contains("quarantine"));
    return run.out();
  }

  private static String traffic(int from, int n) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < from + n; i++) {
      out.append(
          """
          {"id":"ab-%d","ts":"2026-11-22T12:00:%02dZ","env":"test","service":"checkout",\
          "direction":"inbound","protocol":"HTTP/1.1","durationMicros":31000,\
          "request":{"method":"GET","url":"https://shop.example/orders/%d","headers":[]},\
          "response":{"status":200,"headers":[["content-type","application/json"]],\
          "body":"{\\"state\\":\\"%s\\",\\"alias\\":\\"person-%d\\"}","bodyEncoding":"utf8"}}
          """
              .formatted(i, i % 60, 1000 + i, i % 2 == 0 ? "OPEN" : "PAID", i));
    }
    return out.toString();
  }
}
