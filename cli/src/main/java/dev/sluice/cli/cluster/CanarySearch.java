package dev.sluice.cli.cluster;

import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.cli.stack.Topics;
import dev.sluice.cli.stack.WorkDir;
import dev.sluice.cli.traffic.Bodies;
import dev.sluice.cli.traffic.LeakSearch;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.read.ExchangeCursor;
import dev.sluice.snapshot.read.ReadFilter;
import dev.sluice.snapshot.read.SnapshotReader;
import dev.sluice.snapshot.store.ObjectStat;
import dev.sluice.snapshot.store.ObjectStore;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks for secrets wherever a cluster writes or tells something, but for the raw topic itself. */
final class CanarySearch {
  private static final List<String> JOB_PAGES =
      List.of("", "/config", "/exceptions", "/checkpoints", "/accumulators", "/plan", "/metrics");

  private final Canaries canaries;
  private final LeakSearch search;

  CanarySearch(Canaries canaries) {
    this.canaries = canaries;
    this.search = new LeakSearch(canaries.values());
  }

  /** Searches all files, rows and topics of a cluster that still runs, its jobs ended. */
  void everythingWritten(LocalCluster cluster, ObjectStore store) {
    try {
      folders(cluster.dir());
      rows(store);
    } catch (IOException e) {
      throw new SluiceException("cannot search for canaries: " + e.getClass().getSimpleName());
    }
    interfaces(cluster);
    quarantine(cluster.ports().brokers());
  }

  /** Place to how many secrets were found there. */
  Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    search.hits().forEach((place, numbers) -> places.put(place, numbers.size()));
    return Map.copyOf(places);
  }

  /** How many secrets of that service's traffic were found. */
  int hits(String service) {
    List<String> services = canaries.services();
    Set<Integer> found = new TreeSet<>();
    search.hits().values().forEach(found::addAll);
    return (int) found.stream().filter(n -> n >= 0 && services.get(n).equals(service)).count();
  }

  private void folders(WorkDir dir) throws IOException {
    search.files("bucket", dir.s3());
    search.files("database", dir.root().resolve("catalog"));
    search.files("checkpoints and savepoints", dir.checkpoints());
    search.files("temporary files", dir.temp());
    search.files("logs", dir.logs());
    search.files("configuration", dir.root().resolve("conf"));
    search.files("run", dir.root().resolve("run"));
    search.files("jobmanager's memory", FlinkConf.memory(dir));
    search.files("database", PostgresPart.data(dir));
    search.files("zookeeper", FlinkConf.zooKeeperData(dir));
  }

  /** Parts are compressed: what stands in them is looked for in their rows. */
  private void rows(ObjectStore store) throws IOException {
    for (ObjectStat object : store.list("")) {
      search.text("names of objects", object.key());
      if (object.key().endsWith("/manifest.json")) {
        try (ExchangeCursor rows =
            SnapshotReader.open(store, object.key()).exchanges(ReadFilter.ALL)) {
          while (rows.hasNext()) {
            row(rows.next());
          }
        }
      }
    }
  }

  private void row(SanitizedExchange row) {
    search.bytes("rows", CanonicalWriter.write(row.exchange()));
    search.text("bodies", Bodies.text(row.exchange().request().body()));
    row.exchange().response().ifPresent(r -> search.text("bodies", Bodies.text(r.body())));
    search.text("findings", row.findings().toString() + row.notes() + row.pathTemplate());
  }

  /**
   * Searches what a cluster tells while a job runs.
   *
   * @throws SluiceException if Prometheus is told nothing of the job: nothing would be searched
   */
  void interfaces(LocalCluster cluster, String job) {
    interfaces(cluster);
    int told = 0;
    for (int i = 0; i < Ports.METRICS; i++) {
      int port = cluster.ports().metrics() + i;
      String metrics =
          Ready.listens(port) ? Ready.text("http://" + Ports.HOST + ":" + port + "/metrics") : "";
      told += metrics.contains(job) ? 1 : 0;
      search.text("prometheus", metrics);
    }
    if (told == 0) {
      throw new SluiceException("no process tells Prometheus of job " + job);
    }
  }

  private void interfaces(LocalCluster cluster) {
    FlinkRest flink = new FlinkRest(cluster.ports());
    for (String page :
        List.of("/overview", "/jobs/overview", "/taskmanagers", "/jobmanager/config")) {
      search.text("flink's interface", flink.text(page));
    }
    for (String job : flink.jobs().keySet()) {
      JOB_PAGES.forEach(p -> search.text("flink's interface", flink.text("/jobs/" + job + p)));
    }
    for (String page : List.of("/metrics", "/", "/v1/snapshots")) {
      search.text("catalog's interface", Ready.text(cluster.ports().catalogUrl() + page));
    }
  }

  private void quarantine(String brokers) {
    Map<String, Object> config = Map.of("bootstrap.servers", brokers);
    TopicPartition only = new TopicPartition(Topics.QUARANTINE, 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
      while (consumer.position(only) < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  search.bytes("quarantine topic", record.key());
                  search.bytes("quarantine topic", record.value());
                });
      }
    }
  }
}
