package dev.sluice.cli.rules;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.rules.RulePackException;
import dev.sluice.dlp.rules.RulePacks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sluice rules test}: a pack loads only if each of its examples holds. */
@Command(
    name = "test",
    description = {
      "Prove the examples of rule packs (and of the built-in ones).",
      "Takes packs of Sluice, gitleaks.toml and Presidio recognizers (YAML), and lists what of"
          + " those cannot be expressed."
    },
    footer = {"", "Exit codes: 0 all examples hold, 1 a rule or an example is wrong."})
final class TestRules implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "Rule packs; default: only the built-in ones.")
  private List<Path> packs = new ArrayList<>();

  TestRules(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      for (RulePack pack : RulePacks.load(packs)) {
        int examples = pack.rules().stream().mapToInt(r -> r.examples().size()).sum();
        terminal.print(
            String.format(
                "ok  %-28s %4d rules %5d examples", pack.name(), pack.rules().size(), examples));
        pack.notes().forEach(terminal::note);
      }
      return ExitCode.OK;
    } catch (RulePackException e) {
      terminal.note(String.valueOf(e.getMessage()));
      return ExitCode.CHECK_FAILED;
    }
  }
}
