package dev.sluice.cli;

import static dev.sluice.cli.HeldTraffic.PASSED;
import static dev.sluice.cli.HeldTraffic.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.model.FindingCount;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Held records, worked off by a rule and an allowlist that two persons agree on. */
class QuarantineByRuleTest {
  private static final String TOPIC = "captures.policies";
  private static final String ALLOW = "allow: ['" + HeldTraffic.SECRET + "']\n";
  private static final String BALANCED = "profile: balanced\n";
  private static final String PACK =
      """
      rules:
        - id: shop-note
          infoType: SHOP_NOTE
          category: pii
          pattern: 'long(?: long){3,80}'
          keywords: ['long']
          score: 0.9
          examples:
            match: ['«long long long long»']
            noMatch: ['longer']
      """;

  @TempDir static Path home;

  @Test
  void aRuleAndAnAllowlistCountOnApprovalAndLetNoRecordPassByThemselves() throws Exception {
    try (HeldTraffic traffic = HeldTraffic.start(home)) {
      traffic.publisher("anna");
      traffic.publisher("ben");
      traffic.file("both.pub", text(traffic, "anna.pub") + text(traffic, "ben.pub"));
      publish(traffic, traffic.file("now.yaml", BALANCED + HeldTraffic.SMALL_BODIES_ONLY));

      assertThat(resolve(traffic, "--by", "rule").err()).contains("goes with --rules");
      settle(traffic, "--by", "rule", "--rules", traffic.file("note.yaml", PACK));
      assertThat(retry(traffic).get("rows").asLong()).as("a rule opens no way past").isZero();

      String wide = traffic.file("w.yaml", BALANCED + HeldTraffic.POLICY + ALLOW);
      assertThat(resolve(traffic, "--by", "allowlist", "--policy", wide).err()).contains("differs");
      String next = BALANCED + HeldTraffic.SMALL_BODIES_ONLY + ALLOW;
      settle(traffic, "--by", "allowlist", "--policy", traffic.file("next.yaml", next));
      assertThat(retry(traffic).get("rows").asLong()).as("nor does an allowlist").isZero();

      publish(traffic, wide);
      assertThat(retry(traffic).get("rows").asLong()).isEqualTo(TOO_LARGE);
      SnapshotManifest newest = traffic.revisions().get(1);
      assertThat(newest.exchanges()).isEqualTo(PASSED + TOO_LARGE);
      assertThat(count(newest, "SHOP_NOTE")).as("the rule found its notes").isEqualTo(TOO_LARGE);
      assertThat(count(newest, "EMAIL_ADDRESS")).as("only before it was allowed").isEqualTo(PASSED);
      assertAccount(traffic);
    }
  }

  private static long count(SnapshotManifest manifest, String infoType) {
    return manifest.findings().stream()
        .filter(f -> f.infoType().equals(infoType))
        .mapToLong(FindingCount::count)
        .sum();
  }

  private static void assertAccount(HeldTraffic traffic) throws IOException {
    CliRun run = traffic.bucket("quarantine", "account", "--json");
    assertThat(run.code()).as("adds up; " + run.err()).isEqualTo(ExitCode.OK);
    JsonNode account = SluiceJson.mapper().readTree(run.out());
    assertThat(account.get("inSnapshots").asLong()).isEqualTo(PASSED + TOO_LARGE);
    assertThat(account.get("quarantined").get("malformed-capture").asLong()).isEqualTo(1);
  }

  /** One proposes, the other approves, and it is in force. */
  private static void settle(HeldTraffic traffic, String... way) {
    CliRun made = resolve(traffic, way);
    assertThat(made.code()).as(made.err()).isZero();
    CliRun own = approve(traffic, "anna");
    assertThat(own.err()).contains("another person");
    CliRun approved = approve(traffic, "ben");
    assertThat(approved.code()).as(approved.err()).isZero();
    assertThat(approved.err()).contains("goes through the gate with sluice quarantine retry");
    traffic.awaitInForce(TOPIC, "both.pub");
  }

  private static CliRun resolve(HeldTraffic traffic, String... way) {
    List<String> all = new ArrayList<>(List.of("quarantine", "resolve"));
    Collections.addAll(all, way);
    all.addAll(
        List.of("--reason", "notes, ticket 12", "--publisher-key", traffic.path("anna.key")));
    all.addAll(List.of("--lead", "100ms", "-o", traffic.path("proposal-" + way[1] + ".json")));
    all.addAll(List.of("--trust", traffic.path("both.pub")));
    return traffic.both(all.toArray(String[]::new));
  }

  private static CliRun approve(HeldTraffic traffic, String who) {
    String proposal = traffic.path("proposal-rule.json");
    String later = traffic.path("proposal-allowlist.json");
    return traffic.both(
        "quarantine",
        "approve",
        Files.exists(Path.of(later)) ? later : proposal,
        "--lead",
        "100ms",
        "--publisher-key",
        traffic.path(who + ".key"),
        "--trust",
        traffic.path("both.pub"),
        "--by",
        who);
  }

  private static void publish(HeldTraffic traffic, String policy) {
    CliRun run =
        traffic.kafka(
            "policy",
            "publish",
            policy,
            "--lead",
            "100ms",
            "--publisher-key",
            traffic.path("anna.key"),
            "--trust",
            traffic.path("both.pub"));
    assertThat(run.code()).as(run.err()).isZero();
    traffic.awaitInForce(TOPIC, "both.pub");
  }

  private static JsonNode retry(HeldTraffic traffic) throws IOException {
    CliRun run =
        traffic.both(
            "quarantine",
            "retry",
            "--key-file",
            traffic.path("key"),
            "--policy-topic",
            TOPIC,
            "--trust",
            traffic.path("both.pub"),
            "--lead",
            "100ms",
            "--purpose",
            "t-1",
            "--json");
    assertThat(run.code()).as(run.err()).isZero();
    return SluiceJson.mapper().readTree(run.out());
  }

  private static String text(HeldTraffic traffic, String name) throws IOException {
    return Files.readString(Path.of(traffic.path(name)));
  }
}
