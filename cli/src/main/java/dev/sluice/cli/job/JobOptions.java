package dev.sluice.cli.job;

import dev.sluice.cli.io.EngineOptions;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.KeyOptions;
import dev.sluice.cli.io.LogOption;
import dev.sluice.cli.io.StoreOptions;
import dev.sluice.cli.snapshots.DurationText;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every run of the job is told, live or not. */
final class JobOptions {
  @Mixin EngineOptions engine;
  @Mixin KeyOptions key;
  @Mixin StoreOptions store;
  @Mixin LogOption log;
  @Mixin JsonOption json;

  @Option(
      names = "--brokers",
      required = true,
      paramLabel = "HOST:PORT",
      description = "Kafka's bootstrap servers.")
  String brokers;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      defaultValue = "captures.raw",
      description = "Raw captures; default: ${DEFAULT-VALUE}.")
  String topic;

  @Option(
      names = "--quarantine-topic",
      paramLabel = "NAME",
      defaultValue = "captures.quarantine",
      description = "Pointers to what was held back; default: ${DEFAULT-VALUE}.")
  String quarantineTopic;

  @Option(
      names = "--checkpoints",
      paramLabel = "DIR",
      defaultValue = ".sluice/checkpoints",
      description = "Folder for checkpoints; default: ${DEFAULT-VALUE}.")
  Path checkpoints;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = DurationText.class,
      description = "Time between checkpoints; default: ${DEFAULT-VALUE}.")
  Duration checkpointInterval;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "1",
      description = "Parallel chains; default: ${DEFAULT-VALUE}.")
  int parallelism;

  @Option(
      names = "--catalog",
      paramLabel = "URL",
      description = "A catalog to tell about new snapshots at once.")
  @Nullable URI catalog;
}
