package dev.sluice.cli.traffic;

import dev.sluice.capture.kafka.BulkPublisher;
import dev.sluice.capture.kafka.PublisherConfig;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.ImportOptions;
import dev.sluice.cli.io.ImportReport;
import dev.sluice.cli.io.ImportedFiles;
import dev.sluice.cli.io.Imports;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice import}. */
@Command(
    name = "import",
    description = "Publish recorded traffic to Kafka, raw, for a job to sanitize.",
    footer = {
      "",
      "Examples:",
      "  sluice import traffic.har --to kafka --brokers kafka:9092",
      "  sluice import requests.gor recordings/ --to kafka --brokers kafka:9092 --env staging",
      "",
      "Exit codes: 0 everything readable is in Kafka, 1 some entries cannot be read, 2 usage or no"
          + " connection."
    })
public final class ImportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private ImportOptions imports;
  @Mixin private JsonOption json;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "HAR, GoReplay, RRPair, JSONL.")
  private List<Path> files;

  @Option(names = "--to", required = true, paramLabel = "kafka", description = "Only: kafka.")
  private String to;

  @Option(
      names = "--brokers",
      required = true,
      paramLabel = "HOST:PORT",
      description = "Kafka's bootstrap servers.")
  private String brokers;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      defaultValue = "captures.raw",
      description = "Topic of raw captures; default: ${DEFAULT-VALUE}.")
  private String topic;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!to.equals("kafka")) {
      throw new ParameterException(
          spec.commandLine(), "--to knows only 'kafka'; for a folder use 'snapshots create'");
    }
    try (ImportedFiles source = ImportedFiles.open(files, imports);
        BulkPublisher publisher = BulkPublisher.open(PublisherConfig.of(brokers, topic))) {
      ImportReport report = Imports.publish(source, publisher, terminal);
      if (json.isSet()) {
        Json.print(terminal, report);
      }
      Imports.tell(report, terminal);
      return report.unreadable().isEmpty() ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }
  }
}
