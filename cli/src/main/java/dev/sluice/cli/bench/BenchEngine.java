package dev.sluice.cli.bench;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.ImportOptions;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Packs;
import dev.sluice.cli.io.Terminal;
import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Profile;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.job.EngineOptions;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice bench engine}. */
@Command(
    name = "engine",
    description = {
      "Measure the engine: rules, rewriting and second look, on one thread.",
      "The reference is a copy of the same exchanges with Jackson (parse and generate, no rules), in"
          + " turns with the engine. A megabyte is a million bytes of the exchanges as JSON.",
      "Without --policy and --profile the profile is balanced, in every environment."
    },
    footer = {
      "",
      "Examples:",
      "  sluice bench engine",
      "  sluice bench engine --corpus traffic.har    how fast on your own traffic"
    })
final class BenchEngine implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private EngineOptions engine;
  @Mixin private ImportOptions imports;
  @Mixin private JsonOption json;

  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "clean or dense (made up from a seed), real (a folder of captures, see SLUICE_CAPTURES), or"
              + " any file or folder that can be imported; default: these three.")
  private List<String> corpora = new ArrayList<>();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Length of each measurement; the warm-up before it lasts until the speed no longer rises."
              + " Default ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "Write the section of docs/performance.md here; the other section stays.")
  private @Nullable Path page;

  BenchEngine(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!(seconds > 0)) {
      throw new SluiceException("--seconds must be greater than 0");
    }
    EngineReport report = measure();
    if (json.isSet()) {
      Json.print(terminal, report);
    } else {
      EngineTable.print(report, terminal);
    }
    if (page != null) {
      PerformancePage.write(page, PerformancePage.Section.ENGINE, EngineSection.of(report));
    }
    return ExitCode.OK;
  }

  private EngineReport measure() {
    List<Corpus> opened = new Corpora(imports, terminal).open(corpora);
    long begun = System.nanoTime();
    List<RulePack> packs = Packs.load(engine.packFiles(), terminal);
    Engine started =
        Engine.create(new EngineConfig(engine.policyOr(Profile.BALANCED), packs, KeyRing.random()));
    double startSeconds = (System.nanoTime() - begun) / 1e9;
    EngineRounds rounds = new EngineRounds(started, new NaiveScan(packs), seconds);
    List<EngineReport.CorpusResult> results = new ArrayList<>();
    for (Corpus corpus : opened) {
      terminal.note("measuring " + corpus.name() + " ...");
      results.add(rounds.measure(corpus));
    }
    return new EngineReport(
        Machine.here(),
        packs.stream().mapToInt(p -> p.rules().size()).sum(),
        seconds,
        startSeconds,
        results);
  }
}
