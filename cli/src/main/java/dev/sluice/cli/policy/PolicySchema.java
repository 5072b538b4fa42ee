package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.SchemaText;
import dev.sluice.cli.io.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code sluice policy schema}. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of policies, for editors that complete and check YAML.")
final class PolicySchema implements Callable<Integer> {
  private final Terminal terminal;

  PolicySchema(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.print(SchemaText.of("policy"));
    return ExitCode.OK;
  }
}
