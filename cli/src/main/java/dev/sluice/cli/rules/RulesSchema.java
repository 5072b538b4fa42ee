package dev.sluice.cli.rules;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.SchemaText;
import dev.sluice.cli.io.Terminal;
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
  public Integer call() {
    terminal.print(SchemaText.of("rules"));
    return ExitCode.OK;
  }
}
