package dev.sluice.cli.offline;

import dev.sluice.cli.io.Engines;
import dev.sluice.cli.io.Terminal;
import dev.sluice.job.EngineOptions;
import dev.sluice.job.KeyOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice sanitize}. */
@Command(
    name = "sanitize",
    description = {
      "Sanitize captures from stdin to stdout.",
      "One canonical capture (JSON) per line in, one sanitized exchange per line out. A capture that"
          + " the gate holds back leaves {\"id\",\"quarantined\":\"reason\"}."
    },
    footer = {
      "",
      "Examples:",
      "  sluice sanitize --jsonl < captures.jsonl > sanitized.jsonl",
      "  sluice sanitize --jsonl --profile strict --key-file key < captures.jsonl",
      "",
      "Exit codes: 0 done (also with quarantined rows), 2 a line is not JSON, or wrong usage."
    })
public final class SanitizeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private KeyOptions key;

  @Option(names = "--jsonl", description = "Read and write one JSON object per line.")
  private boolean jsonl;

  SanitizeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!jsonl) {
      throw new ParameterException(
          spec.commandLine(), "say --jsonl: the form of input and output is one JSON per line");
    }
    return new SanitizeLines(terminal, Engines.open(engine, key, terminal)).run();
  }
}
