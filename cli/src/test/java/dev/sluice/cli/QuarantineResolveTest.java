package dev.sluice.cli;

import static dev.sluice.cli.HeldTraffic.PASSED;
import static dev.sluice.cli.HeldTraffic.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.flink.quarantine.Approvals;
import dev.sluice.flink.quarantine.Audit;
import dev.sluice.model.SluiceJson;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Two persons, two keys: one proposes, the other approves. */
class QuarantineResolveTest {
  private static final String BROKEN = "captures.raw/0/" + (PASSED + TOO_LARGE);

  @TempDir static Path home;
  private static HeldTraffic traffic;
  private String topic;
  private String proposal;

  @BeforeAll
  static void start() throws Exception {
    traffic = HeldTraffic.start(home);
    traffic.publisher("anna");
    traffic.publisher("ben");
    traffic.file("both.pub", text("anna.pub") + text("ben.pub"));
  }

  @AfterAll
  static void stop() {
    traffic.close();
  }

  @BeforeEach
  void makeTimeline(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    topic = "policies-" + name;
    proposal = traffic.path(name + ".json");
    assertThat(traffic.kafka("policy", "init", "--policy-topic", topic).code()).isZero();
  }

  @Test
  void aRecordIsDroppedByASecondPersonsApprovalOnlyAndCountedAsDropped() throws Exception {
    assertThat(resolve("--by", "drop").err()).contains("name the records");
    assertThat(resolve(BROKEN, "--by", "drop").code()).isZero();
    CliRun own = approve("anna");
    CliRun untrusted = approve("ben", "publisher.pub");
    CliRun shown = approve("ben", "anna.pub", "--show");

    assertThat(own.code()).isEqualTo(ExitCode.USAGE);
    assertThat(own.err()).contains("another person");
    assertThat(untrusted.err()).contains("--trust");
    assertThat(shown.out()).contains("ticket 12").contains(BROKEN);
    assertThat(account().get("dropped").asLong()).isZero();

    CliRun approved = approve("ben");
    CliRun again = approve("ben");

    assertThat(approved.err()).contains("1 records are dropped");
    assertThat(again.err()).contains("0 records are dropped");
    JsonNode account = account();
    assertThat(account.get("dropped").asLong()).isEqualTo(1);
    assertThat(account.get("captured").asLong()).isEqualTo(PASSED + TOO_LARGE + 1);
    assertThat(account.get("quarantined").has("malformed-capture")).isFalse();
    assertThat(traffic.both("quarantine", "list", "--records").out()).doesNotContain(BROKEN);
    assertThat(count(Audit.PREFIX)).as("one proposal, two approvals").isGreaterThanOrEqualTo(3);
    assertThat(count(Approvals.PREFIX)).isPositive();
  }

  @Test
  void aRecordThatPassedCannotBeDropped() {
    assertThat(resolve("captures.raw/0/0", "--by", "drop").code()).isZero();

    assertThat(approve("ben").err()).contains("not known to be held; nothing was dropped");
  }

  @Test
  void aReasonThatHoldsAValueIsRefusedWithItsPlaceAndIsKeptNowhere() throws Exception {
    long before = count(Audit.PREFIX);
    CliRun run = resolve(BROKEN, "--by", "drop", "--reason", "asked by " + HeldTraffic.SECRET);

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("EMAIL_ADDRESS at characters 10 to 41");
    assertThat(run.err().contains(HeldTraffic.SECRET)).as("the reason is repeated").isFalse();
    assertThat(Files.exists(Path.of(proposal))).isFalse();
    assertThat(count(Audit.PREFIX)).isEqualTo(before);
  }

  @Test
  void aDropRuleIsPublishedOnApprovalAndRetryCountsWhatItLeavesOut() throws Exception {
    String dropping =
        HeldTraffic.POLICY + "drop: [{name: orders, method: POST, path: '/orders/**'}]\n";
    assertThat(resolve("--by", "drop", "--policy", traffic.file("d.yaml", dropping)).err())
        .contains("no policy is published");
    publish(traffic.file("now.yaml", HeldTraffic.POLICY));
    String more = traffic.file("more.yaml", dropping + "threshold: 0.9\n");
    assertThat(resolve("--by", "drop", "--policy", more).err()).contains("differs");
    CliRun made = resolve("--by", "drop", "--policy", traffic.path("d.yaml"));
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(approve("ben", "anna.pub", "--show").out()).contains("+ d.yaml: drop:");

    CliRun approved = approve("ben");
    assertThat(approved.code()).as(approved.err()).isZero();
    traffic.awaitInForce(topic, "both.pub");
    CliRun retry =
        traffic.both(
            "quarantine",
            "retry",
            "--reason",
            "too-large",
            "--key-file",
            traffic.path("key"),
            "--policy-topic",
            topic,
            "--trust",
            traffic.path("both.pub"),
            "--lead",
            "100ms",
            "--purpose",
            "t-1",
            "--json");

    assertThat(retry.code()).as(retry.err()).isZero();
    assertThat(SluiceJson.mapper().readTree(retry.out()).get("filtered").asLong())
        .isEqualTo(TOO_LARGE);
    assertThat(account().get("filtered").asLong()).isEqualTo(TOO_LARGE);
    assertThat(approve("ben").err()).contains("something else was published");
  }

  @Test
  void aChangedProposalIsRefused() throws Exception {
    assertThat(resolve(BROKEN, "--by", "drop").code()).isZero();
    JsonNode signed = SluiceJson.mapper().readTree(Files.readAllBytes(Path.of(proposal)));
    String body = signed.get("body").asText();
    String changed = (body.charAt(40) == 'A' ? "B" : "A") + body.substring(41);
    traffic.file(
        Path.of(proposal).getFileName().toString(),
        Files.readString(Path.of(proposal)).replace(body, body.substring(0, 40) + changed));

    assertThat(approve("ben").err()).contains("changed since it was signed");
  }

  private void publish(String policy) {
    CliRun run =
        traffic.kafka(
            "policy",
            "publish",
            policy,
            "--policy-topic",
            topic,
            "--lead",
            "100ms",
            "--publisher-key",
            traffic.path("anna.key"));
    assertThat(run.code()).as(run.err()).isZero();
  }

  private CliRun resolve(String... args) {
    List<String> all = new ArrayList<>(List.of("quarantine", "resolve"));
    Collections.addAll(all, args);
    if (!all.contains("--reason")) {
      all.addAll(List.of("--reason", "broken probe, ticket 12"));
    }
    all.addAll(
        List.of(
            "--policy-topic",
            topic,
            "--lead",
            "100ms",
            "--publisher-key",
            traffic.path("anna.key"),
            "--as",
            "anna",
            "-o",
            proposal));
    return traffic.both(all.toArray(String[]::new));
  }

  private CliRun approve(String who) {
    return approve(who, "anna.pub");
  }

  private CliRun approve(String who, String trusted, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "quarantine",
                "approve",
                proposal,
                "--policy-topic",
                topic,
                "--lead",
                "100ms",
                "--publisher-key",
                traffic.path(who + ".key"),
                "--trust",
                traffic.path(trusted),
                "--by",
                who));
    Collections.addAll(all, more);
    return traffic.both(all.toArray(String[]::new));
  }

  private static JsonNode account() throws IOException {
    CliRun run = traffic.bucket("quarantine", "account", "--json");
    assertThat(run.code()).as("adds up; " + run.err()).isEqualTo(ExitCode.OK);
    return SluiceJson.mapper().readTree(run.out());
  }

  private static long count(String prefix) {
    try (ObjectStore store = S3Store.open(traffic.bucket())) {
      return store.list(prefix).size();
    }
  }

  private static String text(String name) throws IOException {
    return Files.readString(Path.of(traffic.path(name)));
  }
}
