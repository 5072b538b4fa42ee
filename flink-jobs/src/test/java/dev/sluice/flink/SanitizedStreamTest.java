package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.Decoders;
import dev.sluice.capture.canonical.CanonicalReader;
import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Faults;
import dev.sluice.flink.stack.Run;
import dev.sluice.flink.stack.Searched;
import dev.sluice.flink.stack.Streamed;
import dev.sluice.flink.stream.SanitizedTopic;
import dev.sluice.flink.stream.StreamHeaders;
import dev.sluice.model.SnapshotManifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each sanitized exchange is in the topic once for those who read what is committed. */
final class SanitizedStreamTest {
  private static final Instant START = Captures.yesterday();
  private static final int RECORDS = 240;
  private static final JobConfig.Timing NEVER_IDLE =
      new JobConfig.Timing(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofHours(1));

  private static LocalCluster cluster;

  @TempDir Path folder;

  @BeforeAll
  static void startCluster() {
    // Flink asks the cluster, not the job, how many checkpoints to keep.
    cluster = LocalCluster.start(3, Map.of("execution.checkpointing.num-retained", "200"));
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @Test
  void consumersGetEverySanitizedExchangeUnderItsHeadersAndNothingElse() {
    Run run = new Run(folder, 2);
    List<byte[]> values = new ArrayList<>(Captures.many(60, START, 100));
    values.add("{\"broken".getBytes(StandardCharsets.UTF_8));
    run.publish(values, new int[values.size()]);

    LedgerSummary ledger = runToEnd(run.config(), run);

    List<ConsumerRecord<String, String>> records = committed(run);
    assertThat(ledger.total().rows()).isEqualTo(60);
    assertOnce(records, 60);
    assertThat(records).allMatch(SanitizedStreamTest::isReadable);
    assertThat(headers(records, StreamHeaders.VERDICT)).containsExactly("pass");
    assertThat(headers(records, StreamHeaders.RUN)).containsExactly("live");
    assertThat(headers(records, Decoders.FORMAT_HEADER)).containsExactly(Decoders.SLUICE_JSON);
    assertThat(headers(records, StreamHeaders.POLICY)).containsExactlyElementsOf(policies(run));
    assertThat(headers(records, StreamHeaders.INFO_TYPES))
        .isNotEmpty()
        .allMatch(counts -> counts.matches("[A-Z_]+=\\d+(,[A-Z_]+=\\d+)*"));
    assertThat(records)
        .allMatch(r -> Streamed.header(r, StreamHeaders.FINDINGS).filter("0"::equals).isEmpty());
    assertThat(records.stream().filter(r -> Searched.holds(r.key() + r.value(), Captures.CANARY)))
        .isEmpty();
  }

  @Test
  void failuresInCommitsNeitherLoseNorRepeatAnExchange() {
    for (int i = 0; i < 6; i++) {
      Run run = new Run(make("failing-" + i), 3);
      run.publish(Captures.many(RECORDS, START, 125), partitions(i));
      Faults faults = new Faults(i, 1, SanitizedStreamTest::isOfACommit);
      JobConfig.Builder config =
          run.config(faults.over(run.bucket()))
              .memory(new JobConfig.Memory(8_000, 4_000, 8_000))
              .parallelism(i % 2 == 0 ? 3 : 1);

      LedgerSummary ledger = runToEnd(config, run);

      assertThat(faults.happened()).isTrue();
      assertThat(ledger.total().rows()).isEqualTo(RECORDS);
      assertOnce(committed(run), RECORDS);
      assertThat(Streamed.hasOpenTransactions(kafka(run), run.sanitized())).isFalse();
    }
  }

  private static boolean isOfACommit(String method, String key) {
    return method.equals("complete")
        || (method.equals("putIfAbsent") && key.endsWith("manifest.json"));
  }

  @Test
  void aRunThatGoesOnFromAnOldCheckpointWritesNothingTwice() {
    Run run = new Run(folder, 3);
    run.publish(Captures.many(60, START, 100), partitions(1, 60));
    String checkpoint;
    JobConfig.Builder config =
        run.config()
            .untilLatest(false)
            .timing(NEVER_IDLE)
            .sanitizedTopic(SanitizedTopic.of(run.sanitized()));
    try (RunningJob job = cluster.submit(config.build(), () -> {})) {
      await(job, () -> run.ledger(job).total().rows() == 60);
      checkpoint = job.lastCheckpointPath().orElseThrow();
      run.publish(Captures.many(90, START, 100).subList(60, 75), partitions(2, 15));
      await(job, () -> committed(run).size() == 75);
      job.cancel();
    }
    run.publish(Captures.many(90, START, 100).subList(75, 90), partitions(3, 15));

    JobConfig again = config.parallelism(3).restoreFrom(checkpoint).build();
    try (RunningJob job = cluster.submit(again, () -> {})) {
      await(job, () -> committed(run).size() >= 90);
      assertOnce(committed(run), 90);
      assertThat(
              Streamed.written(kafka(run), run.sanitized()).stream()
                  .filter(r -> Searched.holds(r.key() + r.value(), Captures.CANARY)))
          .isEmpty();
    }
  }

  @Test
  void whatIsWrittenIsNotWrittenAgainByARunThatBeginsAnew() {
    Run run = new Run(folder, 3);
    run.publish(Captures.many(60, START, 100), partitions(1, 60));
    assertOnce(runAndRead(run, run.config()), 60);
    run.publish(Captures.many(90, START, 100).subList(60, 90), partitions(2, 30));

    assertOnce(runAndRead(run, run.config().parallelism(2)), 90);
  }

  @Test
  void aRunOfAnotherNameWritesAllOfItsOwn() {
    Run run = new Run(folder, 2);
    run.publish(Captures.many(30, START, 100), new int[30]);
    runAndRead(run, run.config());

    List<ConsumerRecord<String, String>> records =
        runAndRead(run, run.config().backfillRun("again"));

    assertThat(records).hasSize(60);
    assertThat(headers(records, StreamHeaders.RUN)).containsExactly("b-again", "live");
  }

  private static List<ConsumerRecord<String, String>> runAndRead(
      Run run, JobConfig.Builder config) {
    runToEnd(config, run);
    return committed(run);
  }

  @Test
  void withoutTheOptionNothingIsWritten() {
    Run run = new Run(folder, 1);
    String topic = run.sanitized();
    run.publish(Captures.many(10, START, 100), new int[10]);

    LedgerSummary ledger = run.runToEnd(run.config().build());

    assertThat(ledger.total().rows()).isEqualTo(10);
    assertThat(Streamed.written(kafka(run), topic)).isEmpty();
  }

  @Test
  void theGraphKeepsTheStreamInTheChainOfRawData() {
    Run run = new Run(folder, 1);
    JobConfig config =
        run.config().parallelism(2).sanitizedTopic(SanitizedTopic.of(run.sanitized())).build();

    assertThat(NoRawEdges.find(SanitizeTrafficJob.describe(config, "i1"))).isEmpty();
  }

  private static boolean isReadable(ConsumerRecord<String, String> record) {
    return CanonicalReader.decode(record.value().getBytes(StandardCharsets.UTF_8))
        instanceof Decoded.Ok;
  }

  private static void assertOnce(List<ConsumerRecord<String, String>> records, int count) {
    assertThat(records).hasSize(count);
    assertThat(headers(records, StreamHeaders.RECORD)).as("distinct records").hasSize(count);
  }

  private static Set<String> headers(List<ConsumerRecord<String, String>> records, String name) {
    Set<String> texts = new TreeSet<>();
    records.forEach(record -> Streamed.header(record, name).ifPresent(texts::add));
    return texts;
  }

  private static Set<String> policies(Run run) {
    Set<String> digests = new TreeSet<>();
    for (SnapshotManifest manifest : run.manifests().values()) {
      manifest.policies().forEach(use -> digests.add(use.provenance().policyDigest()));
    }
    return digests;
  }

  private static List<ConsumerRecord<String, String>> committed(Run run) {
    return Streamed.committed(kafka(run), run.sanitized());
  }

  private static Map<String, String> kafka(Run run) {
    return Map.of("bootstrap.servers", run.brokers());
  }

  private static LedgerSummary runToEnd(JobConfig.Builder builder, Run run) {
    JobConfig config = builder.sanitizedTopic(SanitizedTopic.of(run.sanitized())).build();
    Preflight.check(config);
    try (RunningJob job = cluster.submit(config, () -> {})) {
      assertThat(job.await(Duration.ofSeconds(90))).as("ends").isTrue();
      return run.ledger(job);
    }
  }

  private static void await(RunningJob job, java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      assertThat(job.failure()).isEmpty();
      job.awaitCheckpoint(Duration.ofSeconds(10));
    }
  }

  private Path make(String name) {
    Path made = folder.resolve(name);
    assertThat(made.toFile().mkdirs()).isTrue();
    return made;
  }

  private static int[] partitions(int seed) {
    return partitions(seed, RECORDS);
  }

  private static int[] partitions(int seed, int count) {
    return new Random(seed).ints(count, 0, 3).toArray();
  }
}
