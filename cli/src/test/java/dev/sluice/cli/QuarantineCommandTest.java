package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cli.stack.EmbeddedKafka;
import dev.sluice.cli.stack.EmbeddedS3;
import dev.sluice.flink.quarantine.Audit;
import dev.sluice.model.SluiceJson;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Config;
import dev.sluice.snapshot.store.S3Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Held records from the command line, over a real broker and bucket. */
class QuarantineCommandTest {
  private static final String SECRET = "jo.zx81@private-mail.example.com";
  private static final String POINTER =
      "{\"topic\":\"raw\",\"partition\":0,\"offset\":%d,\"reason\":\"%s\","
          + "\"service\":\"prod/checkout\",\"observed\":\"%s\"}";

  @TempDir static Path home;
  private static EmbeddedKafka kafka;
  private static EmbeddedS3 s3;

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start(home.resolve("kafka"), 0);
    s3 = EmbeddedS3.start(home.resolve("s3"), "sluice", 0);
    topic("raw", Map.of("retention.ms", "864000000"));
    send("raw", "{\"ts\":\"broken\",\"user\":\"" + SECRET + "\"}");
    send("raw", "more of " + SECRET);
  }

  @AfterAll
  static void stop() {
    s3.close();
    kafka.close();
  }

  @Test
  void heldRecordsAreAddedUpAndWhatRetentionWillSoonDeleteIsToldWithExitCodeOne() throws Exception {
    topic("soon", Map.of());
    send("soon", POINTER.formatted(0, "malformed-capture", "2026-01-01T00:00:00Z"));
    send("soon", POINTER.formatted(0, "missing-field", "2026-01-01T00:00:00Z"));
    send("soon", POINTER.formatted(1, "missing-field", "2026-01-01T00:00:00Z"));
    send("soon", "{\"reason\":\"" + SECRET + "\"}");

    CliRun run = list("soon", "--json");

    JsonNode sums = SluiceJson.mapper().readTree(run.out());
    assertThat(run.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(sums).hasSize(1);
    assertThat(sums.get(0).get("reason").asText()).isEqualTo("missing-field");
    assertThat(sums.get(0).get("records").asLong()).isEqualTo(2);
    assertThat(sums.get(0).get("firstDeletedFrom").asText()).isEqualTo("2026-01-11T00:00:00Z");
    assertThat(run.err())
        .contains("1 messages on the topic are no pointers")
        .doesNotContain(SECRET);
  }

  @Test
  void recordsThatStayAreListedOneByOneWithoutAWarning() throws Exception {
    topic("long", Map.of());
    send("long", POINTER.formatted(1, "missing-field", "2999-01-01T00:00:00Z"));
    send("long", POINTER.formatted(99, "too-deep", "2999-01-01T00:00:00Z"));

    CliRun run = list("long", "--records", "--reason", "missing-field");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("raw/0/1").doesNotContain("raw/0/99").contains("held");
  }

  @Test
  void whatAlertsAskForIsWrittenForPrometheus() throws Exception {
    topic("metrics", Map.of());
    send("metrics", POINTER.formatted(0, "missing-field", "2999-01-01T00:00:00Z"));
    send("metrics", POINTER.formatted(1, "missing-field", "2998-01-01T00:00:00Z"));
    send("metrics", POINTER.formatted(99, "too-deep", "2999-01-01T00:00:00Z"));
    Path file = home.resolve("sluice.prom");

    assertThat(list("metrics", "--metrics", file.toString()).code()).isEqualTo(ExitCode.OK);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines)
        .contains(
            "sluice_quarantine_held_records{reason=\"missing-field\",service=\"prod/checkout\"} 2",
            "sluice_quarantine_first_deleted_timestamp_seconds{reason=\"missing-field\","
                + "service=\"prod/checkout\"} "
                + Instant.parse("2998-01-11T00:00:00Z").getEpochSecond());
    List<String> asked =
        Pattern.compile("sluice_quarantine_[a-z_]+")
            .matcher(Files.readString(Path.of("..", "deploy", "prometheus", "alerts.yml")))
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(asked).isNotEmpty();
    assertThat(asked).allMatch(name -> lines.stream().anyMatch(line -> line.startsWith(name)));
    try (Stream<Path> beside = Files.list(home)) {
      assertThat(beside.filter(p -> p.toString().endsWith(".tmp"))).isEmpty();
    }
    String nowhere = home.resolve("absent/sluice.prom").toString();
    assertThat(list("metrics", "--metrics", nowhere).err()).contains("cannot write");
  }

  @Test
  void aRecordIsShownMaskedOnlyAndOnlyAfterThePurposeWasWrittenDown() {
    CliRun bare = show("raw/0/0", "--purpose", "ticket 12");
    CliRun nameless = show("raw/0/0", "--masked");
    CliRun blank = show("raw/0/0", "--masked", "--purpose", " ");
    CliRun run = show("raw/0/0", "--masked", "--purpose", "ticket 12", "--as", "anna");

    assertThat(List.of(bare.code(), nameless.code(), blank.code())).containsOnly(ExitCode.USAGE);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out() + run.err() + blank.err()).doesNotContain(SECRET).doesNotContain("zx81");
    assertThat(run.out()).contains("{\"ts\":\"aaaaaa\"");
    List<Audit.Entry> entries = audit();
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).by()).isEqualTo("anna");
    assertThat(entries.get(0).purpose()).isEqualTo("ticket 12");
    assertThat(entries.get(0).records()).containsExactly("raw/0/0");
  }

  @Test
  void aTopicThatIsNotThereIsOneClearLine() {
    CliRun run = list("absent");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("no topic absent");
  }

  private static List<Audit.Entry> audit() {
    S3Config config =
        new S3Config(
            s3.endpoint(), "us-east-1", "sluice", EmbeddedS3.ACCESS_KEY, EmbeddedS3.SECRET_KEY);
    try (ObjectStore store = S3Store.open(config)) {
      return store.list(Audit.PREFIX).stream()
          .map(stat -> SluiceJson.read(store.get(stat.key()), Audit.Entry.class))
          .toList();
    }
  }

  private static CliRun list(String topic, String... more) {
    return run("list", topic, more);
  }

  private static CliRun show(String record, String... more) {
    List<String> all = new ArrayList<>(List.of(record));
    all.addAll(List.of(more));
    all.addAll(List.of("--s3-endpoint", s3.endpoint()));
    return run("show", "raw", all.toArray(String[]::new));
  }

  private static CliRun run(String command, String topic, String... more) {
    List<String> all = new ArrayList<>(List.of("quarantine", command));
    all.addAll(List.of("--brokers", kafka.brokers(), "--quarantine-topic", topic));
    all.addAll(List.of(more));
    return CliRun.in(
        Map.of(
            "AWS_ACCESS_KEY_ID",
            EmbeddedS3.ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY",
            EmbeddedS3.SECRET_KEY),
        all.toArray(String[]::new));
  }

  private static void topic(String name, Map<String, String> config) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.brokers()))) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1).configs(config))).all().get();
    }
  }

  private static void send(String topic, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.brokers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }
}
