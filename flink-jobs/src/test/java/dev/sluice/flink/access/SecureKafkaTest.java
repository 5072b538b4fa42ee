package dev.sluice.flink.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.flink.JobConfig;
import dev.sluice.flink.JobRunner;
import dev.sluice.flink.KeySource;
import dev.sluice.flink.RunningJob;
import dev.sluice.flink.SanitizeTrafficJob;
import dev.sluice.flink.StoreOpener;
import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.flink.policy.ControlTopic;
import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.policy.PolicyTopic;
import dev.sluice.flink.policy.Publication;
import dev.sluice.flink.policy.Publisher;
import dev.sluice.flink.policy.PublisherKey;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.SecureBroker;
import dev.sluice.flink.stack.Streamed;
import dev.sluice.flink.stack.TestStack;
import dev.sluice.flink.stream.SanitizedTopic;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Config;
import dev.sluice.snapshot.store.S3Store;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job on a broker that wants TLS and a password. */
final class SecureKafkaTest {
  private static final String PASSWORD = "made-" + UUID.randomUUID();

  @TempDir static Path folder;
  private static SecureBroker broker;
  private static Path file;

  @BeforeAll
  static void start() throws Exception {
    broker = SecureBroker.start(folder, PASSWORD);
    file = broker.clientFile();
    Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef".repeat(4));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    try (Admin admin = Admin.create(new HashMap<String, Object>(settings()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("captures.raw", 1, (short) 1),
                  new NewTopic("captures.quarantine", 1, (short) 1),
                  new NewTopic("captures.sanitized", 1, (short) 1)))
          .all()
          .get();
    }
  }

  private static Map<String, String> settings() {
    return KafkaAccess.of(broker.brokers(), file);
  }

  private static JobConfig.Builder config(S3Config bucket) {
    return JobConfig.builder(
            broker.brokers(),
            StoreOpener.s3(bucket),
            KeySource.file(folder.resolve("key").toString()),
            folder.resolve("checkpoints").toString())
        .untilLatest(true)
        .checkpointInterval(Duration.ofMillis(200));
  }

  @Test
  void theJobReadsAndWritesOverTlsWithAPassword() throws Exception {
    S3Config bucket = TestStack.get().bucket("secure");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            new HashMap<String, Object>(settings()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>("captures.raw", Captures.many(1, Captures.yesterday(), 1).get(0)));
      producer.send(new ProducerRecord<>("captures.raw", "{".getBytes(StandardCharsets.UTF_8)));
    }

    JobConfig config =
        config(bucket)
            .kafkaConfig(file.toString())
            .sanitizedTopic(SanitizedTopic.of("captures.sanitized"))
            .build();
    try (RunningJob job = JobRunner.start(config);
        ObjectStore store = S3Store.open(bucket)) {
      assertThat(job.await(Duration.ofSeconds(90))).isTrue();
      LedgerSummary ledger = LedgerReader.read(store, job.ledgerRun(), job.incarnation());
      assertThat(ledger.total().rows()).isEqualTo(1);
      assertThat(ledger.total().quarantined()).hasSize(1);
      assertThat(Streamed.committed(settings(), "captures.sanitized")).hasSize(1);
    }
  }

  @Test
  void policiesArePublishedOverTlsWithAPassword() {
    PublisherKey key = PublisherKey.generate();
    PolicyTopic topic =
        new PolicyTopic("policies", Duration.ofMillis(10), List.of(key.publicText()));
    Publication draft =
        new Publication(
            "",
            0,
            "",
            Publication.Kind.GOVERN,
            Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS),
            1,
            PolicyBundle.AS_STARTED,
            "",
            "test",
            "");
    ControlTopic.create(settings(), topic.topic(), (short) 1);

    try (Publisher publisher = Publisher.open(settings(), topic, bundle -> Optional.empty())) {
      publisher.publish(draft, key);
      assertThat(publisher.entries()).hasSize(1);
    }
  }

  @Test
  void withoutItsFileTheJobIsToldThatNoBrokerAnswers() {
    JobConfig bare = config(TestStack.get().bucket("bare")).build();

    assertThatThrownBy(() -> JobRunner.check(bare))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("no Kafka broker answers");
  }

  @Test
  void thePasswordIsNotInTheGraph() throws Exception {
    JobConfig config = config(TestStack.get().bucket("graph")).kafkaConfig(file.toString()).build();
    ByteArrayOutputStream graph = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(graph)) {
      out.writeObject(SanitizeTrafficJob.describe(config, "i"));
    }

    String bytes = graph.toString(StandardCharsets.ISO_8859_1);
    assertThat(bytes.contains(file.toString())).as("refers to the file").isTrue();
    assertThat(bytes.contains(PASSWORD)).as("holds the password").isFalse();
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws Exception {
    Path open = Files.copy(file, folder.resolve("open.properties"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> KafkaAccess.of(broker.brokers(), open))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void otherSettingsThanThoseOfTheConnectionAreRefused() throws Exception {
    Path odd = folder.resolve("odd.properties");
    Files.writeString(odd, "auto.offset.reset=latest\n");
    Files.setPosixFilePermissions(odd, PosixFilePermissions.fromString("rw-------"));

    assertThatThrownBy(() -> KafkaAccess.of(broker.brokers(), odd))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("auto.offset.reset");
  }
}
