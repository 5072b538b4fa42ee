package dev.sluice.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.capture.imports.ImportDefaults;
import dev.sluice.capture.imports.ImportSource;
import dev.sluice.capture.imports.Importers;
import dev.sluice.capture.kafka.BulkPublisher;
import dev.sluice.capture.kafka.PublisherConfig;
import dev.sluice.cli.stack.Stack;
import dev.sluice.cli.stack.StackConfig;
import dev.sluice.cli.stack.Topics;
import dev.sluice.cli.stack.WorkDir;
import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.flink.JobRunner;
import dev.sluice.flink.KeySource;
import dev.sluice.flink.RunningJob;
import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.model.Capture;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.snapshot.read.ExchangeCursor;
import dev.sluice.snapshot.read.ReadFilter;
import dev.sluice.snapshot.read.SnapshotReader;
import dev.sluice.snapshot.store.ObjectStat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real captures of each format through the whole job, and a search for every value that went in.
 *
 * <p>Every value that detection finds before sanitizing, in whichever exchange, is sought in all
 * others too, in five decodings. Values under six letters or digits stand everywhere by chance and
 * are left out; so is a value in the exchange whose host is called like it, since hosts are kept.
 */
class RealTrafficTest {
  private static final double REACHES_A_SNAPSHOT = 0.97;

  @TempDir Path temp;

  @Test
  void realCapturesReachSnapshotsAndNoValueFoundInAnyOfThemIsAnywhereInBalanced() throws Exception {
    Map<String, List<Path>> captures = RealCaptures.byFormat();
    WorkDir dir = WorkDir.at(temp.resolve("stack"));
    dir.createKey();
    dir.writePolicy("profile: balanced\nfullRescanShare: 1.0\nwindows:\n  default: 1d\n");
    RawValues raw = new RawValues(Detector.of(RulePacks.builtin()));
    try (Stack stack = Stack.start(StackConfig.of(dir))) {
      Map<String, Long> imported = publish(stack, captures, raw);
      try (RunningJob job =
          JobRunner.start(
              stack
                  .job(KeySource.file(dir.key().toString()))
                  .parallelism(2)
                  .untilLatest(true)
                  .build())) {
        assertThat(job.await(Duration.ofMinutes(5))).isTrue();
        LedgerSummary ledger = LedgerReader.read(stack.store(), job.ledgerRun(), job.incarnation());
        Map<String, Long> reasons = quarantined(stack);
        System.out.println(
            "real captures: imported "
                + imported
                + ", outcomes "
                + ledger.total()
                + ", quarantined "
                + reasons);

        long all = imported.values().stream().mapToLong(Long::longValue).sum();
        assertThat(imported).allSatisfy((format, n) -> assertThat(n).as(format).isPositive());
        assertThat(ledger.holes()).isEmpty();
        assertThat(ledger.total().captured()).isEqualTo(all);
        assertThat(ledger.total().rows())
            .isGreaterThanOrEqualTo((long) Math.ceil(all * REACHES_A_SNAPSHOT));
        // Sizes, not the sets: a failed assertion must not print what was found.
        assertThat(raw.found().size()).isGreaterThan(500);
        assertThat(search(stack, raw))
            .as("places where a value was found, with the values' numbers")
            .isEmpty();
      }
    }
  }

  private static Map<String, Long> publish(
      Stack stack, Map<String, List<Path>> captures, RawValues raw) {
    Map<String, Long> imported = new TreeMap<>();
    AtomicLong numbers = new AtomicLong();
    try (BulkPublisher publisher =
        BulkPublisher.open(PublisherConfig.of(stack.brokers(), Topics.RAW))) {
      captures.forEach(
          (format, files) -> {
            for (Path file : files) {
              try (ImportSource source =
                  Importers.open(
                      file, new ImportDefaults("prod", Optional.empty(), Direction.INBOUND))) {
                while (source.hasNext()) {
                  if (source.next() instanceof Decoded.Ok ok) {
                    Capture capture = numbered(ok.capture(), numbers.incrementAndGet());
                    publisher.publish(capture);
                    raw.collect(capture.raw());
                    imported.merge(format, 1L, Long::sum);
                  }
                }
              } catch (dev.sluice.model.SluiceException e) {
                imported.merge(format, 0L, Long::sum);
              }
            }
          });
      publisher.flush();
    }
    return imported;
  }

  /** One id each. */
  private static Capture numbered(Capture capture, long number) {
    Exchange e = capture.raw();
    return new Capture(
        new Exchange(
            "rt-" + number,
            e.ts(),
            e.env(),
            e.service(),
            e.direction(),
            e.protocol(),
            e.durationMicros(),
            e.request(),
            e.response(),
            e.trace(),
            e.tags()),
        capture.fidelity());
  }

  private static Map<String, java.util.Set<Integer>> search(Stack stack, RawValues raw)
      throws Exception {
    LeakSearch search = new LeakSearch(raw.found());
    WorkDir dir = stack.dir();
    for (ObjectStat object : stack.store().list("")) {
      search.text("bucket keys", object.key());
      if (object.key().startsWith("_outbox/")) {
        continue; // the catalog takes announcements away while we look; they name a manifest and
        // its digest
      }
      search.bytes("bucket", stack.store().get(object.key()));
      if (object.key().endsWith("/manifest.json")) {
        rows(search, SnapshotReader.open(stack.store(), object.key()));
      }
    }
    search.files("database", dir.root().resolve("catalog"));
    search.files("checkpoints", dir.checkpoints());
    search.files("temporary files", dir.temp());
    search.files("logs", Path.of("target", "test.log"));
    for (ConsumerRecord<byte[], byte[]> record : records(stack, Topics.QUARANTINE)) {
      search.bytes("quarantine topic", record.key());
      search.bytes("quarantine topic", record.value());
    }
    search.text("metrics", get(stack.catalogUrl().resolve("/metrics")));
    search.text("user interface", get(stack.catalogUrl().resolve("/")));
    return search.hits();
  }

  private static void rows(LeakSearch search, SnapshotReader reader) throws IOException {
    try (ExchangeCursor cursor = reader.exchanges(ReadFilter.ALL)) {
      while (cursor.hasNext()) {
        row(search, cursor.next());
      }
    }
  }

  private static void row(LeakSearch search, SanitizedExchange row) {
    search.bytes("rows", CanonicalWriter.write(row.exchange()));
    search.text("bodies", Bodies.text(row.exchange().request().body()));
    row.exchange().response().ifPresent(r -> search.text("bodies", Bodies.text(r.body())));
    search.text(
        "findings",
        row.findings().toString() + row.timeReferences() + row.notes() + row.pathTemplate());
  }

  private static Map<String, Long> quarantined(Stack stack) throws IOException {
    Map<String, Long> reasons = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records(stack, Topics.QUARANTINE)) {
      reasons.merge(
          dev.sluice.model.SluiceJson.mapper().readTree(record.value()).path("reason").asText(),
          1L,
          Long::sum);
    }
    return reasons;
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(Stack stack, String topic) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            stack.brokers(),
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest");
    List<ConsumerRecord<byte[], byte[]>> out = new java.util.ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(out::add);
      }
    }
    return out;
  }

  private static String get(URI uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
