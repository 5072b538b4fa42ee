package dev.sluice.cli.rules;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Packs;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.model.InfoCategory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice rules list}. */
@Command(name = "list", description = "List the rules.")
final class ListRules implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private JsonOption json;

  @Option(names = "--category", description = "Only ${COMPLETION-CANDIDATES}.")
  private @Nullable InfoCategory category;

  @Option(names = "--rules", paramLabel = "FILE", description = "A further rule pack.")
  private List<Path> packs = new ArrayList<>();

  ListRules(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    InfoCategory only = category;
    List<RuleView> rules =
        RuleView.all(Packs.load(packs, terminal)).stream()
            .filter(r -> only == null || r.category().equals(only.wireName()))
            .toList();
    if (json.isSet()) {
      Json.print(terminal, rules);
      return ExitCode.OK;
    }
    TextTable table = new TextTable("rule", "info type", "category", "pack", "examples");
    rules.forEach(r -> table.row(r.id(), r.infoType(), r.category(), r.pack(), r.examples()));
    table.print(terminal);
    terminal.note(rules.size() + " rules");
    return ExitCode.OK;
  }
}
