package dev.sluice.flink.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.JobConfig;
import dev.sluice.flink.JobRunner;
import dev.sluice.flink.RunningJob;
import dev.sluice.flink.StoreOpener;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Run;
import dev.sluice.flink.stack.TestStack;
import dev.sluice.model.PolicyUse;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.S3Config;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy changes while the job runs, by capture time, and again alike when it is replayed. */
final class LivePoliciesTest {
  private static final String STARTED =
      """
      windows: {default: 1s, sealDelay: 1s, closeAfter: 600s}
      """;
  private static final String PUBLISHED = STARTED + "disabledRules: [email-address]\n";
  private static final Duration LEAD = Duration.ofSeconds(2);
  private static final PublisherKey KEY = PublisherKey.generate();

  @TempDir Path folder;

  private final List<Instant> sent = new ArrayList<>();
  private int number;

  @Test
  void aRecordIsSanitizedUnderWhatIsInForceAtItsOwnTimeAlsoWhenReplayed() throws Exception {
    Run run = new Run(folder, 2, STARTED);
    Map<String, String> kafka = Map.of("bootstrap.servers", run.brokers());
    PolicyTopic topic = new PolicyTopic(run.raw() + ".policies", LEAD, List.of(KEY.publicText()));
    ControlTopic.create(kafka, topic.topic(), (short) 1);
    JobConfig.Timing soonIdle =
        new JobConfig.Timing(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(1));
    JobConfig.Builder config = run.config().policyTopic(topic).parallelism(2).timing(soonIdle);

    Instant effective;
    try (RunningJob job = JobRunner.start(config.untilLatest(false).build())) {
      send(run);
      forge(run.brokers(), topic.topic());
      effective = publish(kafka, topic, Drafts.bundle(PUBLISHED));
      // Broken in a way that only loading tells: the policy before stays in force.
      publish(kafka, topic, Drafts.bundle("threshold: much\n"));
      while (!Instant.now().isAfter(effective.plusMillis(1_500))) {
        send(run);
        job.awaitCheckpoint(Duration.ofMillis(100));
      }
      await(job, () -> rows(run.manifests()) == sent.size());
      assertThat(run.ledger(job).holes()).isEmpty();
    }
    long under = sent.stream().filter(ts -> !ts.isBefore(effective)).count();
    assertThat(under).isPositive().isLessThan(sent.size());
    SortedMap<String, Long> live = uses(run.manifests());
    assertThat(live).hasSize(2).containsValues(under, sent.size() - under);
    assertThat(run.manifests().values()).anyMatch(m -> m.policies().size() == 1);

    publish(kafka, topic, PolicyBundle.AS_STARTED);
    S3Config again = TestStack.get().bucket(run.raw() + "-again");
    run.runToEnd(run.config(StoreOpener.s3(again)).policyTopic(topic).untilLatest(true).build());
    SortedMap<String, SnapshotManifest> replayed = run.manifests(again);
    assertThat(uses(replayed)).isEqualTo(live);
    assertThat(Run.digests(replayed)).isEqualTo(run.digests());
  }

  private void send(Run run) {
    Instant ts = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    sent.add(ts);
    run.publish(List.of(Captures.capture("checkout", number, ts)), new int[] {number++ % 2});
  }

  private static Instant publish(
      Map<String, String> kafka, PolicyTopic topic, PolicyBundle bundle) {
    try (Publisher publisher = Publisher.open(kafka, topic, b -> Optional.empty())) {
      return Drafts.publishInTime(LEAD, from -> publisher.publish(Drafts.draft(from, bundle), KEY));
    }
  }

  private static void forge(String brokers, String topic) {
    Publication p =
        Drafts.numbered(
            Drafts.draft(Instant.now().plusSeconds(5), Drafts.bundle(PUBLISHED)), "x", 1, "");
    byte[] forged = SignedRecord.of(p, topic, PublisherKey.generate()).toBytes();
    byte[] key = "00000001".getBytes(StandardCharsets.UTF_8);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (byte[] value : List.of(forged, new byte[] {1, 2, 3}, new byte[0])) {
        assertThat(producer.send(new ProducerRecord<>(topic, 0, key, value)))
            .succeedsWithin(Duration.ofSeconds(30));
      }
    }
  }

  private static SortedMap<String, Long> uses(SortedMap<String, SnapshotManifest> manifests) {
    TreeMap<String, Long> uses = new TreeMap<>();
    for (SnapshotManifest manifest : newest(manifests)) {
      for (PolicyUse use : manifest.policies()) {
        uses.merge(use.provenance().policyDigest(), use.exchanges(), Long::sum);
      }
    }
    return uses;
  }

  /** The last revision of each window. */
  private static Collection<SnapshotManifest> newest(
      SortedMap<String, SnapshotManifest> manifests) {
    TreeMap<String, SnapshotManifest> newest = new TreeMap<>();
    manifests.values().stream()
        .sorted(Comparator.comparingInt(SnapshotManifest::revision))
        .forEach(m -> newest.put(m.windowStart() + "/" + m.service(), m));
    return newest.values();
  }

  private static long rows(SortedMap<String, SnapshotManifest> manifests) {
    return newest(manifests).stream().mapToLong(SnapshotManifest::exchanges).sum();
  }

  private static void await(RunningJob job, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      assertThat(job.failure()).isEmpty();
      job.awaitCheckpoint(Duration.ofSeconds(10));
    }
  }
}
