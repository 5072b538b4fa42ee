package dev.sluice.cli.rules;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Packs;
import dev.sluice.cli.io.Terminal;
import dev.sluice.dlp.eval.EvalReport;
import dev.sluice.dlp.eval.Evaluation;
import dev.sluice.dlp.eval.Floors;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice rules eval}. */
@Command(
    name = "eval",
    description = {
      "Measure detection on a labelled corpus of our own: precision, recall and F2 in texts, and"
          + " leaks of values planted into every kind of container.",
      "The floors hold for the built-in rules, the default seed and sizes from 2."
    },
    footer = {"", "Exit codes: 0 every floor is reached, 1 one is not."})
final class EvalRules implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private JsonOption json;

  @Option(names = "--seed", defaultValue = "1", description = "Seed of all generated values.")
  private long seed;

  @Option(
      names = "--size",
      defaultValue = "2",
      description = "Values of each kind and container; default ${DEFAULT-VALUE}.")
  private int size;

  @Option(names = "--pack", paramLabel = "FILE", description = "A further rule pack.")
  private List<Path> packs = new ArrayList<>();

  @Option(names = "--write", paramLabel = "FILE", description = "Write the page of results here.")
  private @Nullable Path page;

  EvalRules(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (size < 1) {
      throw new SluiceException("--size must be at least 1");
    }
    EvalReport report = Evaluation.of(seed, size).run(Packs.load(packs, terminal));
    if (json.isSet()) {
      Json.print(terminal, report);
    } else {
      new EvalTables(terminal).print(report);
    }
    if (page != null) {
      write(page, AccuracyPage.of(report));
    }
    List<String> broken = Floors.broken(report);
    broken.forEach(terminal::note);
    return broken.isEmpty() ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new SluiceException(file + " cannot be written; check its folder and permissions");
    }
  }
}
