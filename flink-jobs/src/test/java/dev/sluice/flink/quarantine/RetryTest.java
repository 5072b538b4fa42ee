package dev.sluice.flink.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.EngineSource;
import dev.sluice.flink.JobConfig;
import dev.sluice.flink.JobRunner;
import dev.sluice.flink.KeySource;
import dev.sluice.flink.RunningJob;
import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.flink.policy.Governor;
import dev.sluice.flink.policy.PolicySource;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Run;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Held records, driven through again: into their snapshots, once, or nowhere. */
final class RetryTest {
  private static final Instant START = Captures.yesterday();
  private static final String SMALL_BODIES_ONLY = Run.POLICY + "limits: {maxBodyBytes: 84}\n";
  private static final JobConfig.Timing NEVER_IDLE =
      new JobConfig.Timing(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofHours(1));

  @TempDir Path folder;

  @Test
  void whatPassesUnderRulesOfTodayIsInTheSnapshotsOnceAndAllCountsAddUp() throws Exception {
    Run run = new Run(folder, 2, SMALL_BODIES_ONLY);
    List<byte[]> values = new ArrayList<>(Captures.many(60, START, 100));
    values.add("{\"broken".getBytes(StandardCharsets.UTF_8));
    publish(run, values);
    LedgerSummary ledger = run.runToEnd(run.config().build());
    long held = ledger.total().quarantinedTotal();
    assertThat(held).isGreaterThan(1);
    assertThat(ledger.total().rows()).isPositive();
    assertThat(quarantinedInManifests(run)).isEqualTo(held - 1);

    RetryReport same = retry(run, SMALL_BODIES_ONLY);
    RetryReport report = retry(run, Run.POLICY);
    RetryReport again = retry(run, Run.POLICY);

    assertThat(same.released()).isZero();
    assertThat(same.held().values().stream().mapToLong(n -> n).sum()).isEqualTo(held);
    assertThat(report.rows()).isEqualTo(held - 1);
    assertThat(report.held()).containsExactly(Map.entry("malformed-capture", 1L));
    assertThat(again.released()).isZero();
    assertThat(again.before()).isEqualTo(held - 1);
    assertThat(again.snapshots()).isEmpty();
    assertThat(exchanges(run)).isEqualTo(60);
    assertThat(quarantinedInManifests(run)).isZero();

    Run other = new Run(Files.createDirectory(folder.resolve("other")), 1, SMALL_BODIES_ONLY);
    publish(other, values);
    other.runToEnd(other.config().parallelism(2).build());
    retry(other, Run.POLICY);
    assertThat(run.digests()).as("whatever the timing").isEqualTo(other.digests());
  }

  @Test
  void aPointerToARecordThatPassedIsLeftAlone() {
    Run run = new Run(folder, 1, SMALL_BODIES_ONLY);
    publish(run, Captures.many(30, START, 100));
    LedgerSummary ledger = run.runToEnd(run.config().build());
    Pointers all = pointers(run);
    Pointer held = all.all().get(0);
    Pointer stray =
        new Pointer(
            new dev.sluice.model.RecordPointer(run.raw(), 0, 0),
            held.reason(),
            "",
            "",
            held.observed(),
            "");
    List<Pointer> more = new ArrayList<>(all.all());
    more.add(stray);

    RetryReport report = retry(run, Run.POLICY, new Pointers(more, 0));

    assertThat(held.at().offset()).as("the stray one is of a row").isNotZero();
    assertThat(report.unsure()).isPositive();
    assertThat(report.rows() + report.unsure()).isEqualTo(more.size());
    assertThat(exchanges(run)).isEqualTo(ledger.total().rows() + report.rows());
  }

  @Test
  void aRevisionThatTheJobMakesLaterKeepsWhatWasReleased() throws Exception {
    Run run = new Run(folder, 1, SMALL_BODIES_ONLY);
    JobConfig config = run.config().untilLatest(false).timing(NEVER_IDLE).build();
    try (RunningJob job = JobRunner.start(config)) {
      publish(run, List.of(Captures.capture("checkout", 1, START)));
      publish(run, List.of(Captures.capture("checkout", 1_234, START.plusSeconds(1))));
      publish(run, List.of(Captures.capture("checkout", 2, START.plusSeconds(15))));
      await(job, () -> firstWindow(run, 1) == 1);

      assertThat(retry(run, Run.POLICY).rows()).isEqualTo(1);
      assertThat(firstWindow(run, 2)).isEqualTo(2);

      publish(run, List.of(Captures.capture("checkout", 3, START.plusSeconds(5))));
      await(job, () -> run.ledger(job).total().rows() == 3);
      publish(run, List.of(Captures.capture("checkout", 4, START.plusSeconds(120))));
      await(job, () -> firstWindow(run, 3) > 0);
    }
    assertThat(firstWindow(run, 3)).isEqualTo(3);
    assertThat(manifest(run, 3).quarantined()).isEmpty();
    assertThat(retry(run, Run.POLICY).before()).isEqualTo(1);
  }

  private static void publish(Run run, List<byte[]> values) {
    run.publish(values, new int[values.size()]);
  }

  private RetryReport retry(Run run, String policy) {
    return retry(run, policy, pointers(run));
  }

  private RetryReport retry(Run run, String policy, Pointers all) {
    try (ObjectStore store = S3Store.open(run.bucket());
        Governor governor = Governor.open(PolicySource.fixed(engine(policy)))) {
      return new Retry(
              store,
              kafka(run),
              RetryScope.newest(store, ""),
              governor.now(),
              Duration.ofMinutes(10))
          .run(all, all.all());
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private EngineSource engine(String policy) throws IOException {
    Path file = Files.writeString(folder.resolve("retry.yaml"), policy);
    return new EngineSource(
        file.toString(), List.of(), KeySource.file(folder.resolve("key").toString()));
  }

  private static Pointers pointers(Run run) {
    return Pointers.read(kafka(run), run.quarantine(), "");
  }

  private static Map<String, String> kafka(Run run) {
    return Map.of("bootstrap.servers", run.brokers());
  }

  /** Newest revisions, by id without revision. */
  private static Map<String, SnapshotManifest> newest(Run run) {
    Map<String, SnapshotManifest> newest = new TreeMap<>();
    run.manifests()
        .forEach(
            (id, m) ->
                newest.merge(
                    id.substring(0, id.lastIndexOf("-r")),
                    m,
                    (a, b) -> a.revision() > b.revision() ? a : b));
    return newest;
  }

  private static long exchanges(Run run) {
    return newest(run).values().stream().mapToLong(SnapshotManifest::exchanges).sum();
  }

  private static long quarantinedInManifests(Run run) {
    return newest(run).values().stream()
        .flatMap(m -> m.quarantined().values().stream())
        .mapToLong(n -> n)
        .sum();
  }

  private static SnapshotManifest manifest(Run run, int revision) {
    return run.manifests().values().stream()
        .filter(m -> m.windowStart().equals(START) && m.revision() == revision)
        .findFirst()
        .orElseThrow();
  }

  /** Exchanges of the first window's revision; 0 while there is none. */
  private static long firstWindow(Run run, int revision) {
    return run.manifests().values().stream()
        .filter(m -> m.windowStart().equals(START) && m.revision() == revision)
        .mapToLong(SnapshotManifest::exchanges)
        .sum();
  }

  private static void await(RunningJob job, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within a minute").isLessThan(deadline);
      assertThat(job.failure()).isEmpty();
      job.awaitCheckpoint(Duration.ofSeconds(10));
    }
  }
}
