package dev.sluice.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.capture.kafka.BulkPublisher;
import dev.sluice.capture.kafka.PublisherConfig;
import dev.sluice.capture.synthetic.SyntheticTraffic;
import dev.sluice.cli.stack.EmbeddedS3;
import dev.sluice.cli.stack.FreePort;
import dev.sluice.cli.stack.Stack;
import dev.sluice.cli.stack.Topics;
import dev.sluice.cli.stack.WorkDir;
import dev.sluice.cli.traffic.LeakSearch;
import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStat;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Config;
import dev.sluice.snapshot.store.S3Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job's jar on a real cluster: a JobManager and two TaskManagers, each a process. */
class LocalClusterTest {
  private static final int RECORDS = 800;
  private static final int CANARIES = 40;

  @TempDir Path temp;

  private LocalCluster cluster;

  @BeforeEach
  void configure() {
    Ports ports =
        new Ports(
            FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next());
    WorkDir dir = WorkDir.at(temp.resolve("cluster"));
    cluster = new LocalCluster(dir, ports, ClassPaths.ofThisProcess(), 2, line -> {});
  }

  @AfterEach
  void stop() {
    cluster.stop();
  }

  @Test
  void aTaskManagerThatDiesChangesNoSnapshotAndLeavesNoRawValueBehind() throws Exception {
    Path jar = jobJar();
    cluster.start();
    Set<String> canaries = publish();

    String undisturbed = submit(jar, "calm");
    awaitFinished(undisturbed);

    String disturbed = submit(jar, "storm");
    await(() -> rest().completedCheckpoints(disturbed) > 0);
    cluster.daemon(LocalCluster.TASK_MANAGER + 1).kill();
    cluster.launch(LocalCluster.TASK_MANAGER + 1);
    awaitFinished(disturbed);

    assertThat(rest().restored(disturbed)).as("the job was hit").isPositive();
    try (ObjectStore store = S3Store.open(bucket())) {
      assertComplete(ledger(store, "b-calm"));
      assertComplete(ledger(store, "b-storm"));
      SortedMap<String, String> digests = digests(store, "calm");
      assertThat(digests).isNotEmpty().isEqualTo(digests(store, "storm"));
    }
    assertThat(search(canaries)).as("places where a canary was found").isEmpty();
    assertThatThrownBy(() -> submit(jar, "bad", "--topic", "no-such-topic"))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("no-such-topic");
    assertThat(rest().jobs()).hasSize(2);
  }

  private static Path jobJar() throws IOException {
    Path target = Path.of("..", "job", "target");
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        var jar =
            files.filter(f -> f.getFileName().toString().startsWith("sluice-job-")).findFirst();
        assumeTrue(jar.isPresent(), "no job/target/sluice-job-*.jar: run mvn verify");
        return jar.orElseThrow();
      }
    }
    assumeTrue(false, "no job/target: run mvn verify");
    throw new AssertionError();
  }

  /** Synthetic traffic, and values of which each stands in one exchange only. */
  private Set<String> publish() {
    Set<String> canaries = new HashSet<>();
    SyntheticTraffic traffic = SyntheticTraffic.dense(7);
    try (BulkPublisher publisher =
        BulkPublisher.open(PublisherConfig.of(cluster.ports().brokers(), Topics.RAW))) {
      for (int i = 0; i < RECORDS; i++) {
        Capture capture = traffic.next();
        publisher.publish(i < CANARIES ? planted(capture, canaries) : capture);
      }
      publisher.flush();
    }
    return canaries;
  }

  private static Capture planted(Capture capture, Set<String> canaries) {
    String mail = "canary" + UUID.randomUUID().toString().replace("-", "") + "@mail.example.org";
    String token = UUID.randomUUID().toString().replace("-", "");
    canaries.add(mail);
    canaries.add(token);
    Exchange e = capture.raw();
    List<Header> headers = new ArrayList<>(e.request().headers());
    headers.add(new Header("authorization", "Bearer " + token));
    headers.add(new Header("x-contact", mail));
    Request r = e.request();
    return new Capture(
        new Exchange(
            e.id(),
            e.ts(),
            e.env(),
            e.service(),
            e.direction(),
            e.protocol(),
            e.durationMicros(),
            new Request(r.method(), r.url(), headers, r.body(), r.trailers()),
            e.response(),
            e.trace(),
            e.tags()),
        capture.fidelity());
  }

  private String submit(Path jar, String run, String... more) {
    Set<String> before = rest().jobs().keySet();
    List<String> options =
        new ArrayList<>(
            List.of("--until", "latest", "--run", run, "--checkpoint-interval", "250ms"));
    options.addAll(List.of(more));
    cluster.submit(jar, options);
    return rest().jobs().keySet().stream()
        .filter(id -> !before.contains(id))
        .findFirst()
        .orElseThrow();
  }

  private void awaitFinished(String job) {
    await(() -> "FINISHED".equals(rest().jobs().get(job)));
  }

  private void await(BooleanSupplier holds) {
    new Ready(cluster).await(LocalCluster.JOB_MANAGER, holds);
  }

  private FlinkRest rest() {
    return new FlinkRest(cluster.ports());
  }

  private S3Config bucket() {
    return new S3Config(
        cluster.ports().s3Endpoint(),
        "us-east-1",
        Stack.BUCKET,
        EmbeddedS3.ACCESS_KEY,
        EmbeddedS3.SECRET_KEY);
  }

  private static LedgerSummary ledger(ObjectStore store, String run) {
    return LedgerReader.readLatest(store, run).orElseThrow();
  }

  private static void assertComplete(LedgerSummary ledger) {
    assertThat(ledger.holes()).isEmpty();
    assertThat(ledger.total().captured()).isEqualTo(RECORDS);
    assertThat(ledger.total().rows()).isEqualTo(RECORDS);
  }

  private static SortedMap<String, String> digests(ObjectStore store, String run) {
    SortedMap<String, String> digests = new TreeMap<>();
    long exchanges = 0;
    for (ObjectStat object : store.list("")) {
      if (object.key().endsWith("/manifest.json")) {
        SnapshotManifest m = SluiceJson.read(store.get(object.key()), SnapshotManifest.class);
        if (m.run().equals(Optional.of(run))) {
          digests.put(m.service() + m.windowStart() + "r" + m.revision(), m.contentDigest());
          exchanges += m.exchanges();
        }
      }
    }
    assertThat(exchanges).as("rows in snapshots of " + run).isEqualTo(RECORDS);
    return digests;
  }

  /** Everything but Kafka's own folder, which is there to hold raw captures. */
  private Map<String, Set<Integer>> search(Set<String> canaries) throws IOException {
    LeakSearch search = new LeakSearch(canaries);
    WorkDir dir = cluster.dir();
    search.files("bucket", dir.s3());
    search.files("database", dir.root().resolve("catalog"));
    search.files("checkpoints", dir.checkpoints());
    search.files("temporary files", dir.temp());
    search.files("logs", dir.logs());
    search.files("configuration", dir.root().resolve("conf"));
    return search.hits();
  }
}
