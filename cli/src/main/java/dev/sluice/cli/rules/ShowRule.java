package dev.sluice.cli.rules;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Packs;
import dev.sluice.cli.io.Terminal;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice rules show}. */
@Command(name = "show", description = "Show one rule: how it finds, what proves it.")
final class ShowRule implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private JsonOption json;

  @Parameters(paramLabel = "RULE", description = "The rule's id.")
  private String id;

  @Option(names = "--rules", paramLabel = "FILE", description = "A further rule pack.")
  private List<Path> packs = new ArrayList<>();

  ShowRule(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RuleView rule =
        RuleView.all(Packs.load(packs, terminal)).stream()
            .filter(r -> r.id().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new SluiceException("no rule of that id; 'sluice rules list' names them"));
    if (json.isSet()) {
      Json.print(terminal, rule);
    } else {
      print(rule);
    }
    return ExitCode.OK;
  }

  private void print(RuleView rule) {
    terminal.print(rule.id() + " finds " + rule.infoType() + " (" + rule.category() + ")");
    line("pack", List.of(rule.pack()));
    line("patterns", rule.patterns());
    line("keywords", rule.keywords());
    line("context", rule.contextWords());
    line("field names", rule.fieldNames());
    line("validators", rule.validators());
    line("places", rule.places());
    line("score", List.of(rule.score() + ", with context " + rule.contextScore()));
    line("transform", rule.transform().isEmpty() ? List.of() : List.of(rule.transform()));
    line("examples", List.of(rule.examples() + ", all of which hold"));
  }

  private void line(String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      terminal.print(String.format("  %-12s %s", i == 0 ? name : "", values.get(i)));
    }
  }
}
