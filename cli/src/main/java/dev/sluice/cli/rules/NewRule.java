package dev.sluice.cli.rules;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice rules new}: a first draft of a rule, from sample values. */
@Command(
    name = "new",
    description = {
      "Draft a rule file from sample values: pattern, keyword, examples.",
      "Samples that a built-in rule finds sensitive, or that look like secrets, are not written;"
          + " generated values of the same shape stand for them."
    },
    footer = {
      "",
      "Examples:",
      "  sluice rules new BDG-4711 BDG-0815 -o my-rules.yaml",
      "  sluice rules new 4711-0815 --field badgeNumber --info-type BADGE_NUMBER"
    })
final class NewRule implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "SAMPLE",
      description = "Values as they stand in the traffic; two or more draw a better pattern.")
  private List<String> typed;

  @Option(
      names = "--field",
      defaultValue = "",
      description = "Name of the field they stand in: evidence where the shape alone is weak.")
  private String field;

  @Option(names = "--id", defaultValue = "", description = "Id of the rule, in kebab case.")
  private String id;

  @Option(
      names = "--info-type",
      paramLabel = "TYPE",
      defaultValue = "",
      description = "What the values are, in UPPER_CASE.")
  private String infoType;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; a file that is there stays. Default: standard out.")
  private @Nullable Path output;

  NewRule(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Samples samples = Samples.of(typed, field);
    SampleShape shape = SampleShape.of(samples.values(), !samples.arePublic());
    RuleDraft draft = draft(samples, shape);
    refuseBuiltin(draft.id());
    write(draft.yaml());
    if (!samples.arePublic()) {
      terminal.note(
          "the samples "
              + (samples.secret() ? "look like secrets" : "are sensitive to built-in rules")
              + ": generated values of their shape stand for them");
    }
    if (!draft.isStrong() && field.isEmpty()) {
      terminal.note(
          "the samples share no literal start: the rule stays below the threshold of rewriting"
              + " until `fields`, `context` or a validator speak for it; or give --field");
    }
    return ExitCode.OK;
  }

  private RuleDraft draft(Samples samples, SampleShape shape) {
    String kind = kebab(field.isEmpty() ? shape.prefix() : field);
    String name = id.isEmpty() ? "custom-" + (kind.isEmpty() ? "value" : kind) : id;
    String type = infoType.isEmpty() ? name.toUpperCase(Locale.ROOT).replace('-', '_') : infoType;
    List<String> values =
        samples.arePublic()
            ? samples.values().stream().distinct().toList()
            : List.of(String.join("", shape.pieces().stream().map(Piece::generator).toList()));
    return new RuleDraft(name, type, samples.secret() ? "secret" : "pii", field, shape, values);
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static void refuseBuiltin(String id) {
    if (RulePacks.builtin().stream()
        .flatMap(p -> p.rules().stream())
        .anyMatch(r -> r.id().equals(id))) {
      throw new SluiceException("a built-in rule has the id " + id + "; give another --id");
    }
  }

  private void write(String yaml) throws IOException {
    Path file = output;
    if (file == null) {
      terminal.print(yaml.stripTrailing());
      return;
    }
    try {
      Files.writeString(file, yaml, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new SluiceException(file + " is there already; name a new file");
    }
    terminal.note(file + " written; next: sluice rules test " + file);
  }
}
