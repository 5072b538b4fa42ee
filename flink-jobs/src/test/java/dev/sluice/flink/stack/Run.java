package dev.sluice.flink.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.JobConfig;
import dev.sluice.flink.JobRunner;
import dev.sluice.flink.KeySource;
import dev.sluice.flink.RunningJob;
import dev.sluice.flink.StoreOpener;
import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Config;
import dev.sluice.snapshot.store.S3Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Topics, bucket, policy and folders of one test, and jobs over them. */
public final class Run {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Windows of ten seconds, sealed at once, closed a minute later. */
  public static final String POLICY =
      """
      profile: balanced
      windows:
        default: 10s
        sealDelay: 1s
        closeAfter: 60s
      maxSkew: 10m
      """;

  private final TestStack stack = TestStack.get();
  private final String name = "run-" + NUMBER.incrementAndGet();
  private final Path folder;
  private final S3Config bucket;
  private boolean hasSanitized;

  public Run(Path folder, int partitions) {
    this(folder, partitions, POLICY);
  }

  public Run(Path folder, int partitions, String policy) {
    this.folder = folder;
    this.bucket = stack.bucket(name);
    stack.topic(raw(), partitions);
    stack.topic(quarantine(), 1);
    write(folder.resolve("policy.yaml"), policy.getBytes(StandardCharsets.UTF_8));
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    write(folder.resolve("key"), key);
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String raw() {
    return name + ".raw";
  }

  public String quarantine() {
    return name + ".quarantine";
  }

  /** A topic for sanitized exchanges, made at the first call. */
  public String sanitized() {
    if (!hasSanitized) {
      hasSanitized = true;
      stack.topic(name + ".sanitized", 2);
    }
    return name + ".sanitized";
  }

  public S3Config bucket() {
    return bucket;
  }

  public Path bucketFolder() {
    return stack.bucketFolder(name);
  }

  /** The broker's files of the raw topic's first partition. */
  public Path rawFolder() {
    return stack.partitionFolder(raw(), 0);
  }

  public Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  public String brokers() {
    return stack.brokers();
  }

  /** A bounded run with frequent checkpoints, into this test's bucket. */
  public JobConfig.Builder config() {
    return config(StoreOpener.s3(bucket));
  }

  /** The same with a store of the test's own. */
  public JobConfig.Builder config(StoreOpener store) {
    return JobConfig.builder(
            stack.brokers(),
            store,
            KeySource.file(folder.resolve("key").toString()),
            checkpoints().toString())
        .topic(raw())
        .quarantineTopic(quarantine())
        .policy(folder.resolve("policy.yaml").toString())
        .untilLatest(true)
        .checkpointInterval(Duration.ofMillis(200))
        .flinkOptions(Map.of("restart-strategy.fixed-delay.delay", "50 ms"));
  }

  /** Publishes to given partitions: record {@code i} to partition {@code partitions[i]}. */
  public void publish(List<byte[]> values, int[] partitions) {
    List<Future<?>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      for (int i = 0; i < values.size(); i++) {
        sent.add(producer.send(new ProducerRecord<>(raw(), partitions[i], null, values.get(i))));
      }
    }
    assertThat(sent).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ZERO));
  }

  /** Publishes one record with a header, to partition 0. */
  public void publishWithHeader(byte[] value, String header, String text) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(raw(), 0, null, value);
    record.headers().add(header, text.getBytes(StandardCharsets.UTF_8));
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      assertThat(producer.send(record)).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    // One request at a time: a new partition's first batch may be refused, and must not be
    // overtaken.
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", stack.brokers(), "max.in.flight.requests.per.connection", "1"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** All pointers in the quarantine topic, as text. */
  public List<String> quarantined() {
    return quarantineRecords().stream().map(ConsumerRecord::value).toList();
  }

  /** The keys of all pointers. */
  public List<String> quarantineKeys() {
    return quarantineRecords().stream().map(ConsumerRecord::key).toList();
  }

  private List<ConsumerRecord<String, String>> quarantineRecords() {
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    TopicPartition partition = new TopicPartition(quarantine(), 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", stack.brokers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  /** Runs to the end; gives the ledger of it. */
  public LedgerSummary runToEnd(JobConfig config) {
    try (RunningJob job = JobRunner.start(config)) {
      assertThat(job.await(Duration.ofSeconds(60))).as("ends within a minute").isTrue();
      return ledger(job);
    }
  }

  public LedgerSummary ledger(RunningJob job) {
    return ledger(job.ledgerRun(), job.incarnation());
  }

  public LedgerSummary ledger(String ledgerRun, String incarnation) {
    try (ObjectStore store = S3Store.open(bucket)) {
      return LedgerReader.read(store, ledgerRun, incarnation);
    }
  }

  /** All manifests in the bucket, by snapshot id. */
  public SortedMap<String, SnapshotManifest> manifests() {
    return manifests(bucket);
  }

  /** All manifests in some bucket. */
  public SortedMap<String, SnapshotManifest> manifests(S3Config bucket) {
    TreeMap<String, SnapshotManifest> manifests = new TreeMap<>();
    try (ObjectStore store = S3Store.open(bucket)) {
      store.list("").stream()
          .filter(stat -> stat.key().endsWith("/manifest.json"))
          .map(stat -> SluiceJson.read(store.get(stat.key()), SnapshotManifest.class))
          .forEach(manifest -> manifests.put(manifest.snapshotId(), manifest));
    }
    return manifests;
  }

  /** Content digests of the newest revisions, by id without revision. */
  public SortedMap<String, String> digests() {
    return digests(manifests());
  }

  /** The same of those manifests. */
  public static SortedMap<String, String> digests(SortedMap<String, SnapshotManifest> manifests) {
    TreeMap<String, String> digests = new TreeMap<>();
    manifests.forEach(
        (id, manifest) ->
            digests.put(id.substring(0, id.lastIndexOf("-r")), manifest.contentDigest()));
    return digests;
  }
}
