package dev.sluice.cli.rules;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Packs;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice rules explain}. Detection only: there is no key in it at all. */
@Command(
    name = "explain",
    description = "Tell for every rule that comes near why it did or did not match.",
    footer = {
      "",
      "Examples:",
      "  sluice rules explain --text BDG-4711 --rules my-rules.yaml",
      "  sluice rules explain --text 4111111111111112 --field cardNumber"
    })
final class ExplainText implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private JsonOption json;

  @Option(names = "--text", required = true, description = "The value; it is not repeated.")
  private String text;

  @Option(names = "--field", defaultValue = "", description = "Name of the field it stands in.")
  private String field;

  @Option(
      names = "--place",
      defaultValue = "",
      description = "Where it stands: body-field, header, ...; default by --field.")
  private String place;

  @Option(names = "--rule", defaultValue = "", description = "Only the rule of that id.")
  private String only;

  @Option(names = "--rules", paramLabel = "FILE", description = "A further rule pack.")
  private List<Path> packs = new ArrayList<>();

  ExplainText(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ValueContext context = ValueContext.of(place(), field);
    double threshold = Policy.defaults().threshold();
    List<Explanation> near =
        Packs.load(packs, terminal).stream()
            .flatMap(pack -> pack.rules().stream())
            .filter(rule -> only.isEmpty() || rule.id().equals(only))
            .flatMap(rule -> Explanation.of(rule, text, context, threshold).stream())
            .sorted(
                Comparator.comparingDouble(Explanation::score)
                    .reversed()
                    .thenComparing(Explanation::rule))
            .toList();
    if (json.isSet()) {
      Json.print(terminal, near);
    } else {
      print(near);
    }
    return ExitCode.OK;
  }

  private void print(List<Explanation> near) {
    if (near.isEmpty()) {
      terminal.note("no rule's pattern is in the text");
      return;
    }
    TextTable table = new TextTable("rule", "info type", "span", "score", "verdict", "because");
    near.forEach(
        e ->
            table.row(
                e.rule(),
                e.infoType(),
                e.start() + "-" + e.end(),
                e.score(),
                e.verdict(),
                String.join("; ", e.reasons())));
    table.print(terminal);
  }

  private Place place() {
    String name = place.isEmpty() ? (field.isEmpty() ? "body-text" : "body-field") : place;
    return Place.ofWireName(name)
        .orElseThrow(
            () -> new SluiceException("--place is unknown; see docs/rules-howto.md for the names"));
  }
}
