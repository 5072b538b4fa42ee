package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cli.stack.EmbeddedKafka;
import dev.sluice.cli.stack.EmbeddedS3;
import dev.sluice.model.SluiceJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor looks at a real broker and a real bucket. */
class DoctorTest {
  private static final String SECRET = EmbeddedS3.SECRET_KEY;
  private static final Map<String, String> CREDENTIALS =
      Map.of("AWS_ACCESS_KEY_ID", EmbeddedS3.ACCESS_KEY, "AWS_SECRET_ACCESS_KEY", SECRET);

  @TempDir static Path home;
  private static EmbeddedKafka kafka;
  private static EmbeddedS3 s3;
  private static Path key;

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start(home.resolve("kafka"), 0);
    s3 = EmbeddedS3.start(home.resolve("s3"), "snapshots", 0);
    key = Files.writeString(home.resolve("key"), "0123456789abcdef".repeat(4));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.brokers()))) {
      admin
          .createTopics(
              List.of(
                  topic("good", "LogAppendTime", "604800000"),
                  topic("careless", "CreateTime", "-1"),
                  topic("captures.quarantine", "CreateTime", "604800000")))
          .all()
          .get();
    }
  }

  private static NewTopic topic(String name, String stamp, String retention) {
    return new NewTopic(name, 1, (short) 1)
        .configs(Map.of("message.timestamp.type", stamp, "retention.ms", retention));
  }

  @AfterAll
  static void stop() {
    s3.close();
    kafka.close();
  }

  @Test
  void aSoundInstallationFailsNothing() throws IOException {
    CliRun run = doctor("--topic", "good", "--json");

    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.OK);
    assertThat(states(run, "key", "bucket", "kafka")).containsOnly("OK");
    assertThat(run.out()).contains("keeps raw data 7 days").contains("the brokers have no ACLs");
  }

  @Test
  void aCarelessTopicIsToldWithWhatToDo() {
    CliRun run = doctor("--topic", "careless");

    assertThat(run.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(run.lines())
        .anyMatch(l -> l.startsWith("fail") && l.contains("message.timestamp.type=LogAppendTime"))
        .anyMatch(l -> l.startsWith("warn") && l.contains("for ever"));
  }

  @Test
  void whatIsMissingIsNamedAndTheRestIsStillLookedAt() {
    CliRun run =
        doctor("--topic", "absent", "--bucket", "no-such", "--catalog", "http://127.0.0.1:1");

    assertThat(run.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(run.lines())
        .anyMatch(l -> l.startsWith("fail  absent"))
        .anyMatch(l -> l.startsWith("fail  bucket"))
        .anyMatch(l -> l.startsWith("fail  catalog"))
        .anyMatch(l -> l.startsWith("ok    key"));
    assertThat(run.out() + run.err()).doesNotContain(SECRET);
  }

  @Test
  void anOpenKeyFileAndAnUnreachableBrokerAreTold() throws IOException {
    Path open = Files.copy(key, home.resolve("open-key"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    CliRun run =
        CliRun.in(CREDENTIALS, "doctor", "--brokers", "127.0.0.1:1", "--key-file", open.toString());

    assertThat(run.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(run.out()).contains("chmod 600").contains("127.0.0.1:1 does not answer");
  }

  private static CliRun doctor(String... more) {
    List<String> args = new ArrayList<>(List.of("doctor", "--brokers", kafka.brokers()));
    args.addAll(List.of("--key-file", key.toString(), "--s3-endpoint", s3.endpoint()));
    args.addAll(List.of(more));
    if (!args.contains("--bucket")) {
      args.addAll(List.of("--bucket", "snapshots"));
    }
    return CliRun.in(CREDENTIALS, args.toArray(String[]::new));
  }

  private static List<String> states(CliRun run, String... whats) throws IOException {
    JsonNode findings = SluiceJson.mapper().readTree(run.out()).get("findings");
    return StreamSupport.stream(findings.spliterator(), false)
        .filter(f -> List.of(whats).contains(f.get("what").asText()))
        .map(f -> f.get("state").asText())
        .toList();
  }
}
