package dev.sluice.cli.job;

import dev.sluice.cli.io.EngineOptions;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.KeyOptions;
import dev.sluice.cli.io.LogOption;
import dev.sluice.cli.io.StoreOptions;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.snapshots.DurationText;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice job run}. */
@Command(
    name = "run",
    description = {
      "Read raw captures from Kafka, sanitize them, seal snapshots in a bucket.",
      "Runs in this process. Needs a tokenization key: --key-file or SLUICE_KEY."
    },
    footer = {
      "",
      "Examples:",
      "  sluice job run --brokers kafka:9092 --s3-endpoint http://s3:9000 --key-file key --policy p.yaml",
      "  sluice job run --brokers kafka:9092 --until latest --run again1 ...    a bounded backfill",
      "",
      "Bucket credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
    })
final class JobRunCommand implements Callable<Integer> {
  final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin EngineOptions engine;
  @Mixin KeyOptions key;
  @Mixin FollowOptions follow;
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
      names = "--until",
      paramLabel = "latest",
      description = "End at the offsets that are the latest now.")
  private @Nullable String until;

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description = "Name of a backfill ([a-z0-9]{1,20}); it goes into the snapshot ids.")
  @Nullable String run;

  @Option(
      names = "--catalog",
      paramLabel = "URL",
      description = "A catalog to tell about new snapshots at once.")
  @Nullable URI catalog;

  JobRunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (until != null && !until.equals("latest")) {
      throw new ParameterException(spec.commandLine(), "--until knows only 'latest'");
    }
    return new JobRun(this).run();
  }

  boolean isBounded() {
    return until != null;
  }
}
