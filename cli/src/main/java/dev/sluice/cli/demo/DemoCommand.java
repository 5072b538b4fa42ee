package dev.sluice.cli.demo;

import dev.sluice.cli.io.ImportOptions;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.job.DurationText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice demo}. */
@Command(
    name = "demo",
    description = {
      "The whole loop in one process, on a small shop or on your own files.",
      "Starts Kafka, S3, catalog and Flink, drives traffic through recording proxies, and shows where"
          + " each captured record went."
    },
    footer = {
      "",
      "Examples:",
      "  sluice demo                          stays until Ctrl-C; the catalog's UI is at the URL shown",
      "  sluice demo --once --json            ends by itself, prints a summary for machines",
      "  sluice demo --once --input my.har    the same pipeline on your own traffic",
      "",
      "Exit codes: 0 every captured record is accounted for, 1 the numbers do not add up, 2 a part"
          + " did not start or failed."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final Duration SHOP_WINDOW = Duration.ofSeconds(10);

  /** Files span hours: ten-second windows would make a snapshot of each exchange. */
  private static final Duration FILE_WINDOW = Duration.ofMinutes(5);

  private final Terminal terminal;

  @Mixin private JsonOption json;
  @Mixin private ImportOptions imports;

  @Option(names = "--once", description = "End when the first traffic is accounted for.")
  private boolean once;

  @Option(
      names = "--input",
      arity = "1..*",
      paramLabel = "FILE",
      description = "HAR, GoReplay, RRPair or JSONL files to run instead of the shop.")
  private List<Path> input = new ArrayList<>();

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Keep all data here; default: a temporary folder, removed at the end.")
  private @Nullable Path dir;

  @Option(
      names = "--seed",
      defaultValue = "7",
      description = "Same seed, same personas (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--sessions",
      defaultValue = "120",
      description = "Persona sessions before the summary (${DEFAULT-VALUE}).")
  private int sessions;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "8",
      description = "Persona sessions per second (${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--window",
      paramLabel = "LENGTH",
      converter = DurationText.class,
      description = "Length of the windows; default: 10s, with --input 5m.")
  private @Nullable Duration window;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "Parallel chains of the job (${DEFAULT-VALUE}).")
  private int parallelism;

  @Option(names = "--auto-approve", description = "Let the catalog approve what nothing blocks.")
  private boolean autoApprove;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Duration length =
        Optional.ofNullable(window).orElse(input.isEmpty() ? SHOP_WINDOW : FILE_WINDOW);
    DemoOptions options =
        new DemoOptions(
            once,
            json.isSet(),
            seed,
            sessions,
            rate,
            parallelism,
            length,
            autoApprove,
            Optional.ofNullable(dir),
            List.copyOf(input));
    return new DemoRun(terminal, options, imports).run();
  }
}
