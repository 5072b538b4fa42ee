package dev.sluice.cli.bench;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.Logging;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.cli.stack.WorkDir;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice bench pipeline}. */
@Command(
    name = "pipeline",
    description = {
      "Measure the job from Kafka to a sealed snapshot, with sanitizing and without, on made-up"
          + " traffic.",
      "Kafka and S3 run in this process too and are thrown away. Runs from a source checkout only:"
          + " what lets traffic pass without sanitizing is not shipped."
    })
final class BenchPipeline implements Callable<Integer> {
  private static final String REFERENCE = "dev.sluice.benchmarks.PassThroughJob";

  private final Terminal terminal;

  @Mixin private JsonOption json;

  @Option(
      names = "--megabytes",
      paramLabel = "N",
      defaultValue = "120",
      description = "Traffic of each run; default ${DEFAULT-VALUE}.")
  private long megabytes;

  @Option(
      names = "--services",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Services of the run that has two open windows of each; default ${DEFAULT-VALUE}.")
  private int services;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "Write the section of docs/performance.md here; the other section stays.")
  private @Nullable Path page;

  BenchPipeline(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (megabytes < 1) {
      throw new SluiceException("--megabytes must be at least 1");
    }
    if (services < 1) {
      throw new SluiceException("--services must be at least 1");
    }
    requireCheckout();
    WorkDir dir = WorkDir.temporary();
    Logging.toFile(dir.log());
    try {
      PipelineReport report = new PipelineRun(terminal, megabytes, services).run(dir);
      if (json.isSet()) {
        Json.print(terminal, report);
      } else {
        print(report);
      }
      if (page != null) {
        PerformancePage.write(page, PerformancePage.Section.PIPELINE, PipelineSection.of(report));
      }
      return ExitCode.OK;
    } finally {
      dir.delete();
    }
  }

  private static void requireCheckout() {
    try {
      Class.forName(REFERENCE);
    } catch (ClassNotFoundException e) {
      throw new SluiceException(
          "the reference of this measurement is not shipped; run ./sluice in a source checkout");
    }
  }

  private void print(PipelineReport report) {
    TextTable table = new TextTable("sanitizing", "MB/s", "exchanges/s", "seconds");
    table.row("on", cells(report.on())[0], cells(report.on())[1], cells(report.on())[2]);
    table.row("off", cells(report.off())[0], cells(report.off())[1], cells(report.off())[2]);
    table.print(terminal);
    terminal.print(number("\nratio %.2f", report.ratio()));
    TextTable shares = new TextTable("stage", "on", "off");
    TreeSet<String> stages = new TreeSet<>(report.on().shares().keySet());
    stages.addAll(report.off().shares().keySet());
    for (String stage : stages) {
      shares.row(stage, percent(report.on(), stage), percent(report.off(), stage));
    }
    terminal.print("");
    shares.print(terminal);
    terminal.print(
        number(
            "%nprepareCommit %.1f %% of the chains, commit %.1f %% of the committer, checkpoints"
                + " of %d bytes at most",
            100 * report.checkpoints().prepareCommitShare(),
            100 * report.checkpoints().commitShare(),
            report.checkpoints().mostBytes()));
    PipelineReport.ManyServices many = report.manyServices();
    terminal.print(
        number(
            "%,d services with %d open windows each: %.0f MB resident at most (heap %d MB), checkpoints"
                + " of %.1f MB, %.0f s",
            many.services(),
            many.openWindows(),
            many.peakMegabytes(),
            many.heapMegabytes(),
            many.checkpointMegabytes(),
            many.seconds()));
  }

  private static String[] cells(PipelineReport.Speed s) {
    return new String[] {
      number("%.1f", s.MBps()), number("%.0f", s.exchangesPerSecond()), number("%.1f", s.seconds())
    };
  }

  private static String percent(PipelineReport.Speed speed, String stage) {
    return number("%.1f %%", 100 * speed.shares().getOrDefault(stage, 0.0));
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
