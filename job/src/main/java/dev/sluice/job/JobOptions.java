package dev.sluice.job;

import dev.sluice.flink.JobConfig;
import dev.sluice.flink.KeySource;
import dev.sluice.flink.StoreOpener;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every run of the job is told on a command line, live or not, whoever runs it. */
public final class JobOptions {
  @Mixin private EngineOptions engine;
  @Mixin private KeyOptions key;
  @Mixin private StoreOptions store;
  @Mixin private KafkaOptions kafka;
  @Mixin private SanitizedOptions sanitized;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      defaultValue = "captures.raw",
      description = "Raw captures; default: ${DEFAULT-VALUE}.")
  private String topic;

  @Option(
      names = "--quarantine-topic",
      paramLabel = "NAME",
      defaultValue = "captures.quarantine",
      description = "Pointers to what was held back; default: ${DEFAULT-VALUE}.")
  private String quarantineTopic;

  @Option(
      names = "--checkpoints",
      paramLabel = "DIR",
      description = "Folder for checkpoints; default: .sluice/checkpoints, or the cluster's own.")
  private @Nullable String checkpoints;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = DurationText.class,
      description = "Time between checkpoints; default: ${DEFAULT-VALUE}.")
  private Duration checkpointInterval;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Parallel chains; default: 1, or the cluster's own.")
  private @Nullable Integer parallelism;

  @Option(
      names = "--catalog",
      paramLabel = "URL",
      description = "A catalog to tell about new snapshots at once.")
  private @Nullable URI catalog;

  public KeyOptions key() {
    return key;
  }

  public StoreOptions store() {
    return store;
  }

  /** The folder for checkpoints, if one was named. */
  public Optional<String> checkpoints() {
    return Optional.ofNullable(checkpoints);
  }

  /** The number of chains, if it was given. */
  public Optional<Integer> parallelism() {
    return Optional.ofNullable(parallelism);
  }

  /**
   * The run that the options describe.
   *
   * @param checkpointDir a path or URI
   */
  public JobConfig.Builder config(StoreOpener opener, String checkpointDir) {
    JobConfig.Builder b =
        JobConfig.builder(kafka.brokers(), opener, keySource(), checkpointDir)
            .topic(topic)
            .quarantineTopic(quarantineTopic)
            .packs(engine.ofStream().packFiles().stream().map(JobOptions::absolute).toList())
            .checkpointInterval(checkpointInterval);
    parallelism().ifPresent(b::parallelism);
    kafka.config().map(JobOptions::absolute).ifPresent(b::kafkaConfig);
    engine.policyFile().map(JobOptions::absolute).ifPresent(b::policy);
    Optional.ofNullable(catalog).ifPresent(b::catalogHint);
    sanitized.topic().ifPresent(b::sanitizedTopic);
    return b;
  }

  private KeySource keySource() {
    return key.file()
        .map(JobOptions::absolute)
        .map(KeySource::file)
        .orElse(KeySource.environment());
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().toString();
  }
}
