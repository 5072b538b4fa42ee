package dev.sluice.cli.demo;

import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice up}. */
@Command(
    name = "up",
    description = "The embedded stack, kept in a folder, until Ctrl-C: Kafka, S3, catalog, job.",
    footer = {
      "",
      "Examples:",
      "  sluice up",
      "  sluice up --dir /var/lib/sluice --policy policy.yaml --key-file key",
      "  sluice import traffic.har --to kafka --brokers 127.0.0.1:9092     (in another window)",
      "",
      "S3 credentials of the embedded server: sluice / sluice-local."
    })
public final class UpCommand implements Callable<Integer> {
  final Terminal terminal;

  @Mixin JsonOption json;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = ".sluice",
      description = "Where the data stays; default: ${DEFAULT-VALUE}.")
  Path dir;

  @Option(names = "--policy", paramLabel = "FILE", description = "Policy; default: built in.")
  @Nullable Path policy;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Tokenization key; default: DIR/key, made at the first start.")
  @Nullable Path keyFile;

  @Option(names = "--kafka-port", defaultValue = "9092", description = "Default: ${DEFAULT-VALUE}.")
  int kafkaPort;

  @Option(names = "--s3-port", defaultValue = "9000", description = "Default: ${DEFAULT-VALUE}.")
  int s3Port;

  @Option(
      names = "--catalog-port",
      defaultValue = "8470",
      description = "Default: ${DEFAULT-VALUE}.")
  int catalogPort;

  @Option(names = "--parallelism", defaultValue = "1", description = "Parallel chains of the job.")
  int parallelism;

  UpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return new UpRun(this).run();
  }
}
