package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.ImportOptions;
import dev.sluice.cli.io.ImportedFiles;
import dev.sluice.cli.io.Progress;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.snapshots.SanitizedFiles;
import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.FieldProposal;
import dev.sluice.dlp.FieldSurvey;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Profile;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.job.EngineOptions;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.read.ExchangeCursor;
import dev.sluice.snapshot.read.ReadFilter;
import dev.sluice.snapshot.read.SnapshotReader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice policy learn}: proposes the list of safe fields for the strict profile. */
@Command(
    name = "learn",
    description = "Propose the fields that the strict profile may keep, for a reviewer to edit.",
    footer = {
      "",
      "Reads local snapshots, or files, which are sanitized in memory first. Prints values only of",
      "fields with few of them, in which nothing sensitive was found, and only frequent ones.",
      "",
      "Examples:",
      "  sluice policy learn ./snap -o fields.yaml",
      "  sluice policy learn traffic.har --service checkout",
      "",
      "Then review the file, and name it in the policy: safeFields: fields.yaml"
    })
final class LearnFields implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private EngineOptions engine;
  @Mixin private ImportOptions imports;

  @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Snapshot folders, or files.")
  private List<Path> inputs;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the list; a file that is there stays. Default: standard out.")
  private @Nullable Path output;

  @Option(
      names = "--min-seen",
      paramLabel = "N",
      defaultValue = "10",
      description = "Least exchanges of an endpoint, and occurrences of a field; ${DEFAULT-VALUE}.")
  private int leastSeen;

  @Option(
      names = "--max-values",
      paramLabel = "N",
      defaultValue = "20",
      description = "Most different values of a proposed field; ${DEFAULT-VALUE}.")
  private int mostValues;

  @Option(
      names = "--min-each",
      paramLabel = "N",
      defaultValue = "5",
      description = "Least occurrences of a value that is shown; ${DEFAULT-VALUE}.")
  private int leastEach;

  LearnFields(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (leastSeen < 1 || mostValues < 1 || leastEach < 2) {
      throw new SluiceException("--min-seen and --max-values are at least 1, --min-each 2");
    }
    FieldSurvey survey = new FieldSurvey();
    try (Progress progress = Progress.start(terminal, "learn", -1)) {
      for (Path input : inputs) {
        List<Path> snapshots = snapshots(input);
        if (snapshots.isEmpty()) {
          file(input, survey, progress);
        }
        for (Path snapshot : snapshots) {
          snapshot(snapshot, survey, progress);
        }
      }
    }
    write(new FieldProposal(leastSeen, mostValues, leastEach).yaml(survey));
    long seen = survey.exchanges().values().stream().mapToLong(Long::longValue).sum();
    terminal.note(seen + " exchanges of " + survey.exchanges().size() + " endpoints looked at");
    return ExitCode.OK;
  }

  private static List<Path> snapshots(Path input) {
    return Files.isDirectory(input) ? SnapshotReader.folders(input) : List.of();
  }

  private static void snapshot(Path folder, FieldSurvey survey, Progress progress)
      throws IOException {
    SnapshotReader reader = SnapshotReader.open(folder);
    if (reader.manifest().provenance().profile().equals(Profile.STRICT.wireName())) {
      throw new SluiceException(
          folder
              + " was made under the strict profile, which left no values to learn from;"
              + " name a balanced snapshot or the files it was made of");
    }
    try (ExchangeCursor exchanges = reader.exchanges(ReadFilter.ALL)) {
      add(exchanges, survey, progress);
    }
  }

  /** The key is thrown away: nothing of what it made is kept. */
  private void file(Path input, FieldSurvey survey, Progress progress) {
    Engine balanced =
        Engine.create(
            new EngineConfig(
                engine.policy().withProfile(Profile.BALANCED),
                RulePacks.load(engine.packFiles()),
                KeyRing.random()));
    try (ImportedFiles source = ImportedFiles.open(List.of(input), imports)) {
      add(new SanitizedFiles(source, balanced), survey, progress);
    }
  }

  private static void add(
      Iterator<SanitizedExchange> exchanges, FieldSurvey survey, Progress progress) {
    while (exchanges.hasNext()) {
      survey.add(exchanges.next());
      progress.step();
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
      throw new SluiceException(file + " is there already and may be reviewed; name a new file");
    }
  }
}
