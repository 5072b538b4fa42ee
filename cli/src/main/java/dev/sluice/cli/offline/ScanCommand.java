package dev.sluice.cli.offline;

import dev.sluice.cli.io.Engines;
import dev.sluice.cli.io.ImportOptions;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Packs;
import dev.sluice.cli.io.Terminal;
import dev.sluice.dlp.TextScanner;
import dev.sluice.job.EngineOptions;
import dev.sluice.job.KeyOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice scan}. */
@Command(
    name = "scan",
    description = {
      "Show what is sensitive, without showing it.",
      "Of files: a table of findings by rule and location, with the shapes of the values before and"
          + " after. With --text-jsonl: every validated candidate in texts from stdin."
    },
    footer = {
      "",
      "Examples:",
      "  sluice scan traffic.har",
      "  sluice scan --json recordings/ > findings.json",
      "  sluice scan --text-jsonl < texts.jsonl > findings.jsonl",
      "",
      "Exit codes: 0 nothing found (always with --text-jsonl), 1 something found, 2 unreadable"
          + " input or wrong usage."
    })
public final class ScanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private KeyOptions key;
  @Mixin private ImportOptions imports;
  @Mixin private JsonOption json;

  @Option(
      names = "--text-jsonl",
      description = "Rows {\"id\",\"text\"} on stdin, rows {\"id\",\"findings\"} on stdout.")
  private boolean textJsonl;

  @Parameters(paramLabel = "FILE", description = "HAR, GoReplay, RRPair or canonical JSONL.")
  private List<Path> files = new ArrayList<>();

  ScanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (textJsonl == !files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "give either files or --text-jsonl");
    }
    if (textJsonl) {
      return new TextScan(terminal, TextScanner.of(Packs.load(engine.packFiles(), terminal))).run();
    }
    return new FileScan(terminal, Engines.open(engine, key, terminal), json.isSet())
        .run(files, imports);
  }
}
