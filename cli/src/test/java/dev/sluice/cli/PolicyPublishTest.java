package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cli.stack.EmbeddedKafka;
import dev.sluice.model.SluiceJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Publishing from the command line to a real broker. */
class PolicyPublishTest {
  private static final String PACK =
      """
      rules:
        - id: shop-badge
          infoType: BADGE_NUMBER
          category: pii
          pattern: 'BDG-\\d{4}'
          keywords: ['BDG-']
          score: 0.9
          examples:
            match: ['«BDG-4711»']
            noMatch: ['BDG-47']
      """;

  @TempDir static Path home;
  private static EmbeddedKafka kafka;

  private Path dir;
  private String topic;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(home.resolve("kafka"), 0);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @BeforeEach
  void makeTimeline(TestInfo test) throws IOException {
    dir = Files.createTempDirectory(home, "case");
    topic = "policies-" + test.getTestMethod().orElseThrow().getName();
    CliRun keygen = CliRun.of("policy", "keygen", "-o", key());
    assertThat(keygen.code()).isEqualTo(ExitCode.OK);
    write("publisher.pub", keygen.out());
    assertThat(run("policy", "init").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void policiesAndRulesArePublishedListedAndRolledBack() throws IOException {
    assertThat(publish("policy", "publish", write("p.yaml", "profile: strict\n")).code()).isZero();
    assertThat(publish("rules", "publish", write("badge.yaml", PACK)).code()).isZero();
    assertThat(publish("policy", "rollback", "--reason", "too strict").code()).isZero();

    JsonNode entries = list();
    assertThat(entries).hasSize(3);
    assertThat(entries.get(1).get("policy").asText()).isEqualTo("p.yaml");
    assertThat(entries.get(1).get("packs").asText()).isEqualTo("badge.yaml");
    assertThat(entries.get(1).get("policyDigest").asText()).startsWith("sha256:");
    assertThat(entries.get(2).get("packs").asText()).isEqualTo("as started");
    assertThat(entries.get(2).get("reason").asText()).isEqualTo("too strict");
    assertThat(entries).allMatch(e -> e.get("state").asText().equals("to come"));
  }

  @Test
  void aShadowStandsBesideWhatGovernsUntilItIsPromotedOrEnded() throws IOException {
    String strict = write("s.yaml", "profile: strict\n");
    assertThat(publish("policy", "shadow", "end").err()).contains("no shadow runs");
    assertThat(publish("policy", "publish", strict, "--shadow=2").err()).contains("at most 1");
    assertThat(publish("policy", "publish", strict, "--shadow").code()).isZero();
    assertThat(publish("policy", "shadow", "promote").code()).isZero();
    assertThat(publish("policy", "shadow", "end").code()).isZero();
    CliRun counts = run("policy", "shadow", "show", "--json");

    JsonNode entries = list();
    assertThat(entries).hasSize(3);
    assertThat(entries.get(0).get("kind").asText()).isEqualTo("shadow");
    assertThat(entries.get(1).get("kind").asText()).isEqualTo("govern");
    assertThat(entries.get(1).get("policy").asText()).isEqualTo("s.yaml");
    assertThat(entries.get(2).get("policy").asText()).isEqualTo("as started");
    assertThat(counts.code()).isEqualTo(ExitCode.OK);
    assertThat(SluiceJson.mapper().readTree(counts.out())).isEmpty();
  }

  @Test
  void whatDoesNotLoadIsNotSent() throws IOException {
    CliRun policy = publish("policy", "publish", write("p.yaml", "threshold: much\n"));
    CliRun rules =
        publish("rules", "publish", write("r.yaml", PACK.replace("«BDG-4711»", "«BDG-471»")));
    CliRun file = publish("policy", "publish", write("q.yaml", "safeFields: absent.yaml\n"));

    assertThat(List.of(policy.code(), rules.code(), file.code())).doesNotContain(ExitCode.OK);
    assertThat(policy.err()).contains("p.yaml:1: threshold");
    assertThat(rules.err()).contains("r.yaml").contains("shop-badge");
    assertThat(list()).isEmpty();
  }

  @Test
  void aStrangersEntryIsNotPartOfTheTimeline() throws IOException {
    Path stranger = dir.resolve("stranger.key");
    CliRun.of("policy", "keygen", "-o", stranger.toString());
    CliRun published =
        run("policy", "publish", write("p.yaml", ""), "--publisher-key", stranger.toString());

    assertThat(published.code()).isEqualTo(ExitCode.OK);
    CliRun listed = run("policy", "list", "--json", "--trust", dir.resolve("publisher.pub") + "");
    assertThat(SluiceJson.mapper().readTree(listed.out())).isEmpty();
    assertThat(listed.err()).contains("1 records on the topic are not entries");
  }

  @Test
  void aTimeThatIsTooSoonIsRefusedAndKeysAreForTheirOwnerOnly() throws IOException {
    CliRun early = publish("policy", "publish", write("p.yaml", ""), "--in", "1s");

    assertThat(early.code()).isEqualTo(ExitCode.USAGE);
    assertThat(early.err()).contains("20 s after publishing or later");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(key()))))
        .isEqualTo("rw-------");
    assertThat(CliRun.of("policy", "keygen", "-o", key()).err()).contains("is there already");
  }

  @Test
  void brokersAreReachedAsAPrivateFileSays() throws IOException {
    String file = write("kafka.properties", "security.protocol=PLAINTEXT\n");
    CliRun open = run("policy", "list", "--kafka-config", file);
    Files.setPosixFilePermissions(Path.of(file), PosixFilePermissions.fromString("rw-------"));
    CliRun good = run("policy", "list", "--kafka-config", file);
    CliRun rules = publish("rules", "publish", write("badge.yaml", PACK), "--kafka-config", file);

    assertThat(open.code()).isEqualTo(ExitCode.USAGE);
    assertThat(open.err()).contains("chmod 600");
    assertThat(good.code()).as(good.err()).isEqualTo(ExitCode.OK);
    assertThat(rules.code()).as(rules.err()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aTopicThatCannotCarryATimelineIsRefused() {
    CliRun absent =
        CliRun.of("policy", "list", "--brokers", kafka.brokers(), "--policy-topic", "absent");

    assertThat(absent.code()).isEqualTo(ExitCode.USAGE);
    assertThat(absent.err()).contains("has no topic absent");
  }

  private JsonNode list() throws IOException {
    CliRun run = run("policy", "list", "--json", "--trust", dir.resolve("publisher.pub") + "");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    return SluiceJson.mapper().readTree(run.out());
  }

  private CliRun publish(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--publisher-key", key()));
    return run(all.toArray(String[]::new));
  }

  private CliRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--brokers", kafka.brokers(), "--policy-topic", topic));
    return CliRun.of(all.toArray(String[]::new));
  }

  private String key() {
    return dir.resolve("publisher.key").toString();
  }

  private String write(String name, String text) throws IOException {
    return Files.write(dir.resolve(name), text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
