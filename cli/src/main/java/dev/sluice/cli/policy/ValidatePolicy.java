package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.PolicyException;
import dev.sluice.dlp.policy.PolicyNames;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.rules.RulePacks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice policy validate}. */
@Command(
    name = "validate",
    description = "Check policies: keys, values, and that the rules and types they name exist.",
    footer = {
      "",
      "Ends with 1 if a policy does not load, or names a rule or pack that is not there.",
      "",
      "Examples:",
      "  sluice policy validate policy.yaml",
      "  sluice policy validate policies/*.yaml --rules my-rules.yaml"
    })
final class ValidatePolicy implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Policies (YAML).")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "A rule pack that is used beside the built-in ones; may be repeated.")
  private List<Path> packs = new ArrayList<>();

  ValidatePolicy(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<RulePack> known = RulePacks.load(packs);
    boolean good = true;
    for (Path file : files) {
      good &= isGood(file, known);
    }
    return good ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private boolean isGood(Path file, List<RulePack> known) {
    try {
      List<String> unknown = PolicyNames.unknown(Policy.load(file), known);
      unknown.forEach(what -> terminal.print(file.getFileName() + ": " + what));
      if (unknown.isEmpty()) {
        terminal.print(file.getFileName() + ": good");
      }
      return unknown.isEmpty();
    } catch (PolicyException e) {
      terminal.print(String.valueOf(e.getMessage()));
      return false;
    }
  }
}
