package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Faults;
import dev.sluice.flink.stack.Run;
import dev.sluice.model.SnapshotManifest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same snapshots, whatever happens on the way. */
final class ExactlyOnceTest {
  private static final Instant START = Captures.yesterday();
  private static final int RECORDS = 240;

  private static LocalCluster cluster;

  @TempDir Path folder;

  @BeforeAll
  static void startCluster() {
    cluster = LocalCluster.start(3, Map.of());
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @Test
  void contentDigestsDependOnTheRecordsAlone() {
    Run plain = new Run(make("plain"), 2);
    plain.publish(records(), partitions(1, 2));
    assertComplete(plain, run(plain, plain.config().build()));

    Run wide = new Run(make("wide"), 5);
    wide.publish(shuffled(2), partitions(2, 5));
    assertComplete(wide, run(wide, wide.config().parallelism(3).build()));

    Run failing = new Run(make("failing"), 3);
    failing.publish(shuffled(3), partitions(3, 3));
    Faults beforeCommit = new Faults(1, 1, (method, key) -> method.equals("complete"));
    JobConfig config =
        failing
            .config(beforeCommit.over(failing.bucket()))
            .memory(new JobConfig.Memory(8_000, 4_000, 8_000))
            .parallelism(3)
            .build();
    assertComplete(failing, run(failing, config));

    assertThat(beforeCommit.happened()).isTrue();
    assertThat(plain.digests()).hasSize(9);
    assertThat(wide.digests()).isEqualTo(plain.digests());
    assertThat(failing.digests()).isEqualTo(plain.digests());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFailureInTheLastCommitLosesNothingTenTimesOutOfTen(int parallelism) {
    for (int i = 0; i < 10; i++) {
      Run run = new Run(make("last-" + i), 3);
      run.publish(shuffled(i), partitions(i, 3));
      // A bounded run seals in its last commit only: its first manifest is in it.
      Faults lastCommit = new Faults(i % 9, 1, ExactlyOnceTest::isOfTheLastCommit);
      JobConfig config = run.config(lastCommit.over(run.bucket())).parallelism(parallelism).build();

      assertComplete(run, run(run, config));
      assertThat(lastCommit.happened()).isTrue();
    }
  }

  private static boolean isOfTheLastCommit(String method, String key) {
    return method.equals("putIfAbsent") && key.endsWith("manifest.json");
  }

  @Test
  void aFailureWhileStagingLosesNothing() {
    Run run = new Run(make("staging"), 2);
    run.publish(records(), partitions(4, 2));
    Faults staging = new Faults(2, 2, (method, key) -> method.equals("stage"));

    assertComplete(run, run(run, run.config(staging.over(run.bucket())).build()));
    assertThat(staging.happened()).isTrue();
  }

  private static void assertComplete(Run run, LedgerSummary ledger) {
    assertThat(ledger.holes()).isEmpty();
    assertThat(ledger.skipped()).isZero();
    assertThat(ledger.total().rows()).isEqualTo(RECORDS);
    assertThat(ledger.total().captured()).isEqualTo(RECORDS);
    assertThat(run.manifests()).hasSize(9);
    assertThat(run.manifests().values().stream().mapToLong(SnapshotManifest::exchanges).sum())
        .isEqualTo(RECORDS);
  }

  private static LedgerSummary run(Run run, JobConfig config) {
    Preflight.check(config);
    try (RunningJob job = cluster.submit(config, () -> {})) {
      assertThat(job.await(Duration.ofSeconds(90))).as("ends").isTrue();
      return run.ledger(job);
    }
  }

  private Path make(String name) {
    Path made = folder.resolve(name);
    assertThat(made.toFile().mkdirs()).isTrue();
    return made;
  }

  private static List<byte[]> records() {
    return Captures.many(RECORDS, START, 125);
  }

  private static List<byte[]> shuffled(int seed) {
    List<byte[]> records = new ArrayList<>(records());
    Collections.shuffle(records, new Random(seed));
    return records;
  }

  private static int[] partitions(int seed, int count) {
    return new Random(seed).ints(RECORDS, 0, count).toArray();
  }
}
