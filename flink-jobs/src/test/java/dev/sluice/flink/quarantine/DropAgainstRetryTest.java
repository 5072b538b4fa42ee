package dev.sluice.flink.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.EngineSource;
import dev.sluice.flink.KeySource;
import dev.sluice.flink.policy.Governor;
import dev.sluice.flink.policy.PolicySource;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Faults;
import dev.sluice.flink.stack.Run;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that two people work on at once becomes a row or is given up, and never both. */
final class DropAgainstRetryTest {
  private static final int COUNT = 24;

  @TempDir Path folder;
  private String told = "";

  @Test
  void whoGivesUpARecordThatARetryHasAnnouncedIsRefused() throws Exception {
    Run run = held();
    long held = pointers(run).all().size();

    RetryReport report =
        retryWhileDropping(run, (method, key) -> key.endsWith("/manifest.json") && isPut(method));

    assertThat(told).contains("being tried again at this moment; nothing was dropped");
    assertThat(report.rows()).isEqualTo(held);
    assertAccount(run, COUNT, 0);
  }

  @Test
  void aRetryLeavesOutWhatWasGivenUpJustBeforeItAnnouncedIt() throws Exception {
    Run run = held();
    long held = pointers(run).all().size();

    RetryReport report =
        retryWhileDropping(
            run, (method, key) -> key.startsWith("_ledger/_retries/") && isPut(method));

    assertThat(told).isEqualTo("dropped 1");
    assertThat(report.rows()).isEqualTo(held - 1);
    assertAccount(run, COUNT - 1, 1);
    try (ObjectStore store = S3Store.open(run.bucket())) {
      assertThat(drop(run, store)).as("again").isZero();
    }
    assertAccount(run, COUNT - 1, 1);
  }

  private static boolean isPut(String method) {
    return method.startsWith("put");
  }

  private Run held() {
    Run run = new Run(folder, 1, Run.POLICY + "limits: {maxBodyBytes: 84}\n");
    // All of one window, so that the first note is the one that names the record.
    Instant start = Captures.yesterday();
    run.publish(
        IntStream.range(0, COUNT)
            .mapToObj(i -> Captures.capture("checkout", i, start.plusMillis(i)))
            .toList(),
        new int[COUNT]);
    assertThat(run.runToEnd(run.config().build()).total().quarantinedTotal()).isGreaterThan(1);
    return run;
  }

  /**
   * Another person's command gives the first held record up, right before the call that matches.
   */
  private RetryReport retryWhileDropping(Run run, BiPredicate<String, String> moment)
      throws Exception {
    AtomicBoolean struck = new AtomicBoolean();
    Faults hook =
        new Faults(
            0,
            0,
            (method, key) -> {
              if (moment.test(method, key) && struck.compareAndSet(false, true)) {
                told = dropped(run);
              }
              return false;
            });
    Path policy = Files.writeString(folder.resolve("retry.yaml"), Run.POLICY);
    EngineSource engine =
        new EngineSource(
            policy.toString(), List.of(), KeySource.file(folder.resolve("key").toString()));
    try (ObjectStore store = hook.over(run.bucket()).open();
        Governor governor = Governor.open(PolicySource.fixed(engine))) {
      Pointers all = pointers(run);
      return new Retry(store, kafka(run), scope(store), governor.now(), Duration.ofMinutes(10))
          .run(all, all.all());
    } finally {
      assertThat(struck).isTrue();
    }
  }

  private static String dropped(Run run) {
    try (ObjectStore store = S3Store.open(run.bucket())) {
      return "dropped " + drop(run, store);
    } catch (SluiceException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static int drop(Run run, ObjectStore store) {
    Pointers all = pointers(run);
    RecordPointer first = all.all().get(0).at();
    return Dropping.drop(store, scope(store), all, List.of(first));
  }

  private static void assertAccount(Run run, long inSnapshots, long dropped) {
    try (ObjectStore store = S3Store.open(run.bucket())) {
      Account account = Account.of(store, scope(store));
      assertThat(account.addsUp()).isTrue();
      assertThat(account.captured()).isEqualTo(COUNT);
      assertThat(account.inSnapshots()).isEqualTo(inSnapshots);
      assertThat(account.dropped()).isEqualTo(dropped);
      assertThat(account.quarantined()).isEmpty();
    }
    long rows =
        run.manifests().values().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    m -> m.snapshotId().substring(0, m.snapshotId().lastIndexOf("-r")),
                    m -> m,
                    (a, b) -> a.revision() > b.revision() ? a : b))
            .values()
            .stream()
            .mapToLong(m -> m.exchanges())
            .sum();
    assertThat(rows).as("what the newest revisions hold").isEqualTo(inSnapshots);
  }

  private static RetryScope scope(ObjectStore store) {
    return RetryScope.newest(store, "");
  }

  private static Pointers pointers(Run run) {
    return Pointers.read(kafka(run), run.quarantine(), "");
  }

  private static Map<String, String> kafka(Run run) {
    return Map.of("bootstrap.servers", run.brokers());
  }
}
