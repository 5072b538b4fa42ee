package dev.sluice.cli.rules;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code sluice rules schema}. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of rule packs, for editors that complete and check YAML.")
final class RulesSchema implements Callable<Integer> {
  private final Terminal terminal;

  RulesSchema(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (InputStream in =
        RulePacks.class.getResourceAsStream("/dev/sluice/dlp/rules-schema.json")) {
      if (in == null) {
        throw new SluiceException("the jar lacks the schema of rule packs");
      }
      terminal.print(new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
    }
    return ExitCode.OK;
  }
}
