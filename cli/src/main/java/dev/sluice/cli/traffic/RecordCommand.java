package dev.sluice.cli.traffic;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.Logging;
import dev.sluice.cli.io.LogOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.stack.CtrlC;
import dev.sluice.job.DurationText;
import dev.sluice.job.EngineOptions;
import dev.sluice.job.KeyOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice record}. */
@Command(
    name = "record",
    description = {
      "Record what passes between clients and a service.",
      "A proxy forwards everything untouched and hands copies to Kafka (raw, for a job) or to a local"
          + " snapshot (sanitized in process)."
    },
    footer = {
      "",
      "Examples:",
      "  sluice record --listen 127.0.0.1:9000 --to http://localhost:8080 --service checkout \\",
      "      --direction inbound --snapshot ./rec",
      "  sluice record --listen 0.0.0.0:9000 --to https://api.pay.example --service checkout \\",
      "      --direction outbound --brokers kafka:9092",
      "",
      "A slow or absent Kafka never holds traffic up: what does not fit is dropped and counted."
    })
public final class RecordCommand implements Callable<Integer> {
  final Terminal terminal;

  @Mixin EngineOptions engine;
  @Mixin KeyOptions key;
  @Mixin private LogOption log;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:0",
      description = "Where clients connect; port 0 is any free one.")
  String listen;

  @Option(names = "--to", required = true, paramLabel = "URL", description = "The real server.")
  URI target;

  @Option(names = "--service", required = true, paramLabel = "NAME", description = "Whose traffic.")
  String service;

  @Option(
      names = "--direction",
      paramLabel = "SIDE",
      defaultValue = "inbound",
      description = "inbound (to the service) or outbound (from it); default: ${DEFAULT-VALUE}.")
  String direction;

  @Option(
      names = "--env",
      paramLabel = "NAME",
      defaultValue = "dev",
      description = "Environment; default: ${DEFAULT-VALUE}.")
  String env;

  @Option(
      names = "--max-body",
      paramLabel = "BYTES",
      defaultValue = "1048576",
      description = "Recorded bytes of a body; longer ones are cut and marked; ${DEFAULT-VALUE}.")
  int maxBodyBytes;

  @ArgGroup(multiplicity = "1")
  Destination destination = new Destination();

  /** Where the copies go. */
  static final class Destination {
    @Option(names = "--snapshot", paramLabel = "DIR", description = "A folder for local snapshots.")
    @Nullable Path snapshot;

    @Option(names = "--brokers", paramLabel = "HOST:PORT", description = "Kafka.")
    @Nullable String brokers;
  }

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      defaultValue = "captures.raw",
      description = "Topic of raw captures; default: ${DEFAULT-VALUE}.")
  String topic;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "End after this time; default: at Ctrl-C.")
  private @Nullable Duration limit;

  RecordCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Logging.toFile(log.file());
    try (CtrlC ctrlC = CtrlC.listen()) {
      try (Recording recording = Recording.start(this)) {
        terminal.print("http://" + recording.address());
        terminal.flush();
        terminal.note("recording; " + (limit == null ? "Ctrl-C ends it" : "ends by itself"));
        ctrlC.await(limit == null ? Duration.ofDays(36_500) : limit);
      }
    }
    return ExitCode.OK;
  }
}
