package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.cli.stack.EmbeddedKafka;
import dev.sluice.cli.stack.EmbeddedS3;
import dev.sluice.cli.stack.Topics;
import dev.sluice.flink.JobConfig;
import dev.sluice.flink.JobRunner;
import dev.sluice.flink.KeySource;
import dev.sluice.flink.RunningJob;
import dev.sluice.flink.StoreOpener;
import dev.sluice.model.Body;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.Trace;
import dev.sluice.snapshot.manifest.ManifestStore;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Config;
import dev.sluice.snapshot.store.S3Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A broker and a bucket after a job has run: of checkout's captures of one minute some passed,
 * those with a long body and one that is broken are held back.
 */
final class HeldTraffic implements AutoCloseable {
  /** In every body, and nowhere else. */
  static final String SECRET = "jo.zx81@private-mail.example.com";

  static final int PASSED = 4;
  static final int TOO_LARGE = 3;
  static final String POLICY = "windows: {default: 1m, sealDelay: 1s, closeAfter: 60s}\n";
  static final String SMALL_BODIES_ONLY = POLICY + "limits: {maxBodyBytes: 200}\n";
  private static final Instant MINUTE =
      Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);

  private final Path home;
  private final EmbeddedKafka kafka;
  private final EmbeddedS3 s3;

  private HeldTraffic(Path home) {
    this.home = home;
    this.kafka = EmbeddedKafka.start(home.resolve("kafka"), 0);
    this.s3 = EmbeddedS3.start(home.resolve("s3"), "sluice", 0);
  }

  static HeldTraffic start(Path home) throws Exception {
    HeldTraffic traffic = new HeldTraffic(home);
    try (Topics topics = Topics.open(traffic.kafka.brokers())) {
      traffic.file("key", "0123456789abcdef".repeat(4));
      traffic.publisher("publisher");
      traffic.send();
      traffic.run(traffic.file("started.yaml", SMALL_BODIES_ONLY));
      assertThat(topics.records(Topics.QUARANTINE)).isEqualTo(TOO_LARGE + 1);
    }
    return traffic;
  }

  private void send() throws Exception {
    List<byte[]> values = new ArrayList<>();
    for (int i = 0; i < PASSED + TOO_LARGE; i++) {
      values.add(CanonicalWriter.write(exchange(i, i < PASSED ? "" : "long ".repeat(60))));
    }
    values.add(("{\"broken\":\"" + SECRET).getBytes(StandardCharsets.UTF_8));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.brokers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (byte[] value : values) {
        producer.send(new ProducerRecord<>(Topics.RAW, 0, null, value)).get();
      }
    }
  }

  private static Exchange exchange(int number, String more) {
    String body = "{\"email\":\"%s\",\"note\":\"%s\"}".formatted(SECRET, more);
    return new Exchange(
        "ex-" + number,
        MINUTE.plusSeconds(number),
        "prod",
        "checkout",
        Direction.INBOUND,
        "HTTP/1.1",
        OptionalLong.of(1_000),
        new Request(
            "POST",
            "https://shop.internal/orders/" + number,
            List.of(new Header("Content-Type", "application/json")),
            Body.ofText(body)),
        Optional.of(new Response(201, List.of(), Body.ofText(""))),
        Trace.NONE,
        Map.of());
  }

  private void run(String policy) {
    JobConfig config =
        JobConfig.builder(
                kafka.brokers(),
                StoreOpener.s3(bucket()),
                KeySource.file(path("key")),
                path("checkpoints"))
            .policy(policy)
            .untilLatest(true)
            .checkpointInterval(Duration.ofMillis(200))
            .build();
    try (RunningJob job = JobRunner.start(config)) {
      assertThat(job.await(Duration.ofSeconds(90))).as("the job ends").isTrue();
    }
  }

  S3Config bucket() {
    return new S3Config(
        s3.endpoint(), "us-east-1", "sluice", EmbeddedS3.ACCESS_KEY, EmbeddedS3.SECRET_KEY);
  }

  /** Where a file of this traffic is. */
  String path(String name) {
    return home.resolve(name).toString();
  }

  /** Writes a file that only its owner may read. */
  String file(String name, String text) throws IOException {
    Path file = Files.writeString(home.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file.toString();
  }

  /** Makes a publisher: {@code NAME.key} and {@code NAME.pub}. */
  void publisher(String name) throws IOException {
    CliRun keygen = CliRun.of("policy", "keygen", "-o", path(name + ".key"));
    assertThat(keygen.code()).as(keygen.err()).isZero();
    file(name + ".pub", keygen.out());
  }

  /** A command that talks to the broker only. */
  CliRun kafka(String... args) {
    return run(List.of("--brokers", kafka.brokers()), args);
  }

  /** A command that talks to broker and bucket. */
  CliRun both(String... args) {
    return run(List.of("--brokers", kafka.brokers(), "--s3-endpoint", s3.endpoint()), args);
  }

  private static CliRun run(List<String> where, String... args) {
    List<String> all = new ArrayList<>();
    Collections.addAll(all, args);
    all.addAll(where);
    return CliRun.in(
        Map.of(
            "AWS_ACCESS_KEY_ID", EmbeddedS3.ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY", EmbeddedS3.SECRET_KEY),
        all.toArray(String[]::new));
  }

  /** A command that talks to the bucket only. */
  CliRun bucket(String... args) {
    return run(List.of("--s3-endpoint", s3.endpoint()), args);
  }

  /** Waits until the newest publication counts for captures of now; the lead is 100 ms. */
  void awaitInForce(String topic, String trusted) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    String state = "to come";
    while (state.contains("to come")) {
      assertThat(System.nanoTime()).as("in force within a minute").isLessThan(deadline);
      CliRun list =
          kafka(
              "policy",
              "list",
              "--policy-topic",
              topic,
              "--trust",
              path(trusted),
              "--lead",
              "100ms");
      assertThat(list.code()).as(list.err()).isZero();
      state = list.out();
    }
    assertThat(state).contains("in force");
  }

  /** The revisions of checkout's minute, oldest first. */
  List<SnapshotManifest> revisions() {
    try (ObjectStore store = S3Store.open(bucket())) {
      return store.list("").stream()
          .map(stat -> stat.key())
          .filter(key -> key.endsWith("/manifest.json"))
          .sorted()
          .map(key -> ManifestStore.parse(key, store.get(key)))
          .toList();
    }
  }

  @Override
  public void close() {
    s3.close();
    kafka.close();
  }
}
