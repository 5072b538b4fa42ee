package dev.sluice.cli.snapshots;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Engines;
import dev.sluice.cli.io.ImportOptions;
import dev.sluice.cli.io.ImportedFiles;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Progress;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.dlp.Engine;
import dev.sluice.job.DurationText;
import dev.sluice.job.EngineOptions;
import dev.sluice.job.KeyOptions;
import dev.sluice.snapshot.local.LocalOptions;
import dev.sluice.snapshot.local.LocalSnapshot;
import dev.sluice.snapshot.local.LocalSnapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice snapshots create}: engine, gate and writer in process. */
@Command(
    name = "create",
    description = "Make sanitized snapshots of files, in process: no Kafka, no Flink, no server.",
    footer = {
      "",
      "Examples:",
      "  sluice snapshots create traffic.har -o snap",
      "  sluice snapshots create recordings/ --service checkout --window 5m -o snap",
      "",
      "Exit codes: 0 done, 1 nothing passed the gate, 2 unreadable input or wrong usage."
    })
final class CreateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private EngineOptions engine;
  @Mixin private KeyOptions key;
  @Mixin private ImportOptions imports;
  @Mixin private JsonOption json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "HAR, GoReplay, RRPair or canonical JSONL files, or folders of them.")
  private List<Path> files;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Folder for the snapshots; must be empty or new.")
  private Path output;

  @Option(
      names = "--window",
      paramLabel = "LENGTH",
      converter = DurationText.class,
      description = "Cut into windows, such as 5m; default: one snapshot per service.")
  private @Nullable Duration window;

  CreateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Folders.requireEmpty(output);
    Engine opened = Engines.open(engine, key, terminal);
    try (ImportedFiles source = ImportedFiles.open(files, imports);
        Progress progress = Progress.start(terminal, "sanitize", -1)) {
      SanitizedFiles exchanges = new SanitizedFiles(source, opened);
      List<LocalSnapshot> made =
          LocalSnapshots.create(output, exchanges, options(opened, exchanges), progress::stepTo);
      return report(made, exchanges);
    }
  }

  private LocalOptions options(Engine opened, SanitizedFiles exchanges) {
    return new LocalOptions(
        Optional.ofNullable(window),
        Optional.empty(),
        (env, service) -> opened.terms(env, service).withoutLimits(),
        Optional.empty(),
        exchanges.quarantined());
  }

  /** The result for machines. */
  record Report(
      long read,
      long filtered,
      java.util.SortedMap<String, Long> quarantined,
      List<Made> snapshots) {
    record Made(String id, String service, long exchanges, String contentDigest, String folder) {}
  }

  private int report(List<LocalSnapshot> made, SanitizedFiles exchanges) {
    if (json.isSet()) {
      Json.print(
          terminal,
          new Report(
              exchanges.read(),
              exchanges.filtered(),
              exchanges.quarantined(),
              made.stream().map(CreateCommand::line).toList()));
    } else {
      TextTable table = new TextTable("snapshot", "exchanges", "findings", "folder");
      made.forEach(
          s ->
              table.row(
                  s.manifest().snapshotId(), s.manifest().exchanges(), findings(s), s.folder()));
      table.print(terminal);
    }
    terminal.note(
        exchanges.read() + " read, " + exchanges.passed() + " in " + made.size() + " snapshots");
    exchanges.quarantined().forEach((why, n) -> terminal.note(n + " quarantined: " + why));
    if (exchanges.filtered() > 0) {
      terminal.note(exchanges.filtered() + " left out by the policy");
    }
    terminal.note("look inside: sluice snapshots show " + output);
    return made.isEmpty() ? ExitCode.CHECK_FAILED : ExitCode.OK;
  }

  private static Report.Made line(LocalSnapshot s) {
    return new Report.Made(
        s.manifest().snapshotId(),
        s.manifest().service(),
        s.manifest().exchanges(),
        s.manifest().contentDigest(),
        s.folder().toString());
  }

  private static long findings(LocalSnapshot s) {
    return s.manifest().findings().stream().mapToLong(f -> f.count()).sum();
  }
}
