package dev.sluice.cli.rules;

import dev.sluice.capture.Decoded;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.ImportOptions;
import dev.sluice.cli.io.ImportedFiles;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Packs;
import dev.sluice.cli.io.Progress;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.Profile;
import dev.sluice.model.Capture;
import dev.sluice.snapshot.read.ExchangeCursor;
import dev.sluice.snapshot.read.ReadFilter;
import dev.sluice.snapshot.read.SnapshotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice rules impact}: what another set of rules would alter. */
@Command(
    name = "impact",
    description = {
      "Tell what a change of rules would alter: findings that come, go, or cross the threshold,"
          + " by rule and location, as counts and shapes.",
      "--old and --new come on top of the built-in packs; what is not given is those alone."
    },
    footer = {
      "",
      "added, removed: rewritten where nothing was found, or the reverse; with -idle: only shown by"
          + " a scan. raised, lowered: the score crosses the threshold. preferred, displaced: it"
          + " wins or loses against another finding there.",
      "A snapshot holds surrogates, not originals: they keep their shapes, so most rules find them,"
          + " but raw files tell more.",
      "",
      "Examples:",
      "  sluice rules impact --input traffic.har --new my-rules.yaml",
      "  sluice rules impact --snapshot ./snap --old my-rules.yaml --new my-rules-2.yaml --json"
    })
final class RulesImpact implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private ImportOptions imports;
  @Mixin private JsonOption json;

  @Option(names = "--snapshot", paramLabel = "DIR", description = "A local snapshot.")
  private @Nullable Path snapshot;

  @Option(
      names = "--input",
      arity = "1..*",
      paramLabel = "FILE",
      description = "HAR, GoReplay, RRPair or canonical JSONL.")
  private List<Path> inputs = new ArrayList<>();

  @Option(names = "--old", arity = "1..*", paramLabel = "PACK", description = "Packs as they were.")
  private List<Path> olds = new ArrayList<>();

  @Option(names = "--new", arity = "1..*", paramLabel = "PACK", description = "Packs as planned.")
  private List<Path> news = new ArrayList<>();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy; default: built in, under the balanced profile.")
  private @Nullable Path policy;

  RulesImpact(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The report for machines. */
  record Report(long exchanges, SortedMap<String, Long> unreadable, List<Impact.Change> changes) {}

  @Override
  public Integer call() throws IOException {
    Path folder = snapshot;
    if ((folder == null) == inputs.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "give either --snapshot or --input");
    }
    if (olds.isEmpty() && news.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "give --new, --old or both");
    }
    // One key for both: locations may hold surrogates of names.
    KeyRing key = KeyRing.random();
    // What rules find is asked, not what strict production replaces besides.
    Policy chosen =
        policy == null ? Policy.defaults().withProfile(Profile.BALANCED) : Policy.load(policy);
    Engine before = engine(chosen, olds, key);
    Engine after = engine(chosen, news, key);
    Impact impact = new Impact(chosen.threshold());
    SortedMap<String, Long> unreadable = new TreeMap<>();
    try (Progress progress = Progress.start(terminal, "impact", -1)) {
      if (folder == null) {
        files(before, after, impact, unreadable, progress);
      } else {
        snapshot(folder, before, after, impact, progress);
      }
    }
    report(impact, unreadable);
    return ExitCode.OK;
  }

  private Engine engine(Policy chosen, List<Path> packs, KeyRing key) {
    return Engine.create(new EngineConfig(chosen, Packs.load(packs, terminal), key));
  }

  private void files(
      Engine before,
      Engine after,
      Impact impact,
      SortedMap<String, Long> unreadable,
      Progress progress) {
    try (ImportedFiles source = ImportedFiles.open(inputs, imports)) {
      while (source.hasNext()) {
        Decoded decoded = source.next();
        if (decoded instanceof Decoded.Ok ok) {
          add(ok.capture(), before, after, impact);
        } else if (decoded instanceof Decoded.Failed failed) {
          unreadable.merge(failed.reason().code(), 1L, Long::sum);
        }
        progress.step();
      }
    }
  }

  private static void snapshot(
      Path folder, Engine before, Engine after, Impact impact, Progress progress)
      throws IOException {
    try (ExchangeCursor rows = SnapshotReader.open(folder).exchanges(ReadFilter.ALL)) {
      while (rows.hasNext()) {
        add(new Capture(rows.next().exchange()), before, after, impact);
        progress.step();
      }
    }
  }

  private static void add(Capture capture, Engine before, Engine after, Impact impact) {
    impact.add(before.scanExchange(capture), after.scanExchange(capture));
  }

  private void report(Impact impact, SortedMap<String, Long> unreadable) {
    if (json.isSet()) {
      Json.print(terminal, new Report(impact.exchanges(), unreadable, impact.changes()));
      return;
    }
    TextTable table = new TextTable("change", "rule", "location", "count", "shape");
    impact
        .changes()
        .forEach(c -> table.row(c.change(), c.rule(), c.location(), c.count(), c.shape()));
    if (!table.isEmpty()) {
      table.print(terminal);
    }
    long more = impact.count(Impact.Kind.ADDED) + impact.count(Impact.Kind.RAISED);
    long fewer = impact.count(Impact.Kind.REMOVED) + impact.count(Impact.Kind.LOWERED);
    terminal.note(
        impact.exchanges()
            + " exchanges: "
            + more
            + " findings more would be rewritten, "
            + fewer
            + " no longer, "
            + impact.count(Impact.Kind.DISPLACED)
            + " give way to others");
    unreadable.forEach((reason, n) -> terminal.note(n + " entries cannot be read: " + reason));
  }
}
