package dev.sluice.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.capture.kafka.BulkPublisher;
import dev.sluice.capture.kafka.PublisherConfig;
import dev.sluice.capture.synthetic.SyntheticTraffic;
import dev.sluice.cli.Main;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.stack.EmbeddedS3;
import dev.sluice.cli.stack.Stack;
import dev.sluice.cli.stack.StackConfig;
import dev.sluice.cli.stack.Topics;
import dev.sluice.cli.stack.WorkDir;
import dev.sluice.dlp.policy.Windows;
import dev.sluice.model.Capture;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The job in a process of its own with a small heap, while many services have two windows open
 * each: all times lie within the out-of-orderness around one window's end, so no window is due
 * before the last record is read. Kafka and S3 run in this process and are thrown away.
 */
final class ManyServices {
  private static final int WINDOWS = 2;
  private static final int ROWS_PER_WINDOW = 6;
  private static final int HEAP = 384;
  private static final long SEED = 1;
  private static final long APART_MICROS = 200;

  /** The end of a window. */
  private static final Instant END =
      Instant.parse("2025-01-01T00:00:00Z").plus(Windows.DEFAULTS.standard());

  private final Terminal terminal;
  private final WorkDir dir;
  private final int services;

  private ManyServices(Terminal terminal, WorkDir dir, int services) {
    this.terminal = terminal;
    this.dir = dir;
    this.services = services;
  }

  static PipelineReport.ManyServices run(Terminal terminal, int services) {
    WorkDir dir = WorkDir.temporary();
    try {
      dir.createKey();
      return new ManyServices(terminal, dir, services).run();
    } finally {
      dir.delete();
    }
  }

  private PipelineReport.ManyServices run() {
    try (Stack stack = Stack.start(StackConfig.of(dir))) {
      publish(stack);
      terminal.note("a job with a heap of " + HEAP + " MB reads them ...");
      JobSampler sampler = JobSampler.start(dir.checkpoints());
      ProcessWatch job;
      try (sampler) {
        job = ProcessWatch.run(command(stack), environment(), dir.logs());
      }
      JsonNode ledger = read(job.output());
      int snapshots = ledger.path("snapshots").size();
      long rows = ledger.path("total").path("rows").asLong();
      if (snapshots != services * WINDOWS || rows != exchanges()) {
        throw new SluiceException(
            "the job sealed " + snapshots + " snapshots of " + rows + " rows, not what was sent");
      }
      return new PipelineReport.ManyServices(
          services,
          WINDOWS,
          exchanges(),
          HEAP,
          job.peakBytes() / 1e6,
          sampler.checkpointBytes() / 1e6,
          job.seconds());
    }
  }

  private int exchanges() {
    return services * WINDOWS * ROWS_PER_WINDOW;
  }

  private void publish(Stack stack) {
    terminal.note("publishing traffic of " + services + " services ...");
    SyntheticTraffic traffic = SyntheticTraffic.dense(SEED);
    PublisherConfig config = PublisherConfig.of(stack.brokers(), Topics.RAW);
    try (BulkPublisher publisher = BulkPublisher.open(config)) {
      for (int i = 0; i < exchanges(); i++) {
        int service = i / WINDOWS % services;
        long apart = (i + 1) * APART_MICROS * (i % WINDOWS == 0 ? -1 : 1);
        Instant ts = END.plusNanos(apart * 1_000);
        publisher.publish(new Capture(traffic.next("service-" + service, ts)));
      }
      publisher.flush();
    }
  }

  private static Map<String, String> environment() {
    return Map.of(
        "AWS_ACCESS_KEY_ID", EmbeddedS3.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY", EmbeddedS3.SECRET_KEY);
  }

  private List<String> command(Stack stack) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + HEAP + "m",
        "-XX:+UseSerialGC",
        "-XX:-HeapDumpOnOutOfMemoryError",
        "-XX:+ExitOnOutOfMemoryError",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "-Djava.io.tmpdir=" + dir.temp(),
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "job",
        "run",
        "--json",
        "--brokers=" + stack.brokers(),
        "--s3-endpoint=" + stack.s3Endpoint(),
        "--bucket=" + Stack.BUCKET,
        "--key-file=" + dir.key(),
        "--checkpoints=" + dir.checkpoints(),
        "--log-file=" + dir.log(),
        "--parallelism=2",
        "--until=latest",
        "--run=many");
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new SluiceException("the job's report is not readable");
    }
  }
}
