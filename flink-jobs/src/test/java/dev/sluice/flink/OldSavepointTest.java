package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Run;
import dev.sluice.flink.stack.TestStack;
import dev.sluice.model.SnapshotManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * State that an earlier version wrote is read: {@code savepoints/NAME} holds four made-up rows of
 * open windows, and offset 4 of the topic. To keep the state of a new version beside the old ones,
 * run this class with {@code -Dsluice.savepoint=NAME}.
 */
final class OldSavepointTest {
  private static final String TOPIC = "saved-captures";
  private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
  private static final List<byte[]> CAPTURES = Captures.many(6, START, 100);

  /** Windows must stay open while their state is kept. */
  private static final JobConfig.Timing NEVER_IDLE =
      new JobConfig.Timing(Duration.ofSeconds(1), Duration.ofDays(1), Duration.ofDays(1));

  private static final JobConfig.Timing SOON_IDLE =
      new JobConfig.Timing(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(1));

  @TempDir Path folder;

  @Test
  void aJobGoesOnFromAStateOfVersion1() {
    Run run = new Run(folder, 1);
    publish(CAPTURES);

    JobConfig config =
        config(run)
            .timing(SOON_IDLE)
            .restoreFrom(Path.of("src/test/resources/savepoints/1").toAbsolutePath().toString())
            .build();
    try (RunningJob job = JobRunner.start(config)) {
      await(job, () -> exchanges(run) == CAPTURES.size());
      assertThat(run.manifests()).hasSize(3);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "sluice.savepoint", matches = "[0-9a-z.-]+")
  void keepsTheStateOfThisVersion() throws IOException {
    Run run = new Run(folder, 1);
    publish(CAPTURES.subList(0, 4));
    try (RunningJob job = JobRunner.start(config(run).timing(NEVER_IDLE).build())) {
      await(job, () -> run.ledger(job).total().rows() == 4);
      job.cancel();
      Path state = Path.of(java.net.URI.create(job.lastCheckpointPath().orElseThrow()).getPath());
      Path kept = Path.of("src/test/resources/savepoints", System.getProperty("sluice.savepoint"));
      Files.createDirectories(kept);
      Files.copy(state.resolve("_metadata"), kept.resolve("_metadata"));
    }
    assertThat(exchanges(run)).as("nothing was sealed before").isZero();
  }

  /** Small state stands in the checkpoint's one file. */
  private static JobConfig.Builder config(Run run) {
    return run.config()
        .topic(TOPIC)
        .untilLatest(false)
        .flinkOptions(Map.of("execution.checkpointing.data-inline-threshold", "1 mb"));
  }

  private static void publish(List<byte[]> values) {
    TestStack.get().topic(TOPIC, 1);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                TestStack.get().brokers(),
                "max.in.flight.requests.per.connection",
                "1"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      values.forEach(value -> producer.send(new ProducerRecord<>(TOPIC, value)));
    }
  }

  private static long exchanges(Run run) {
    return run.manifests().values().stream().mapToLong(SnapshotManifest::exchanges).sum();
  }

  private static void await(RunningJob job, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      assertThat(job.failure()).isEmpty();
      job.awaitCheckpoint(Duration.ofSeconds(10));
    }
  }
}
