package dev.sluice.cli.offline;

import dev.sluice.capture.Decoded;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.ImportOptions;
import dev.sluice.cli.io.ImportedFiles;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.Progress;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.dlp.Detected;
import dev.sluice.dlp.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Findings of files, added up by rule and location. */
final class FileScan {
  private final Terminal terminal;
  private final Engine engine;
  private final boolean json;
  private final SortedMap<String, FindingLine> lines = new TreeMap<>();
  private final SortedMap<String, Long> unreadable = new TreeMap<>();
  private long exchanges;

  FileScan(Terminal terminal, Engine engine, boolean json) {
    this.terminal = terminal;
    this.engine = engine;
    this.json = json;
  }

  /** One line of the report: shapes are those of the first value seen there. */
  record FindingLine(
      String ruleId,
      String infoType,
      String category,
      String location,
      String transform,
      long count,
      String before,
      String after) {
    FindingLine again() {
      return new FindingLine(
          ruleId, infoType, category, location, transform, count + 1, before, after);
    }
  }

  /** The report for machines. */
  record Report(
      long exchanges,
      List<String> formats,
      List<String> fidelity,
      SortedMap<String, Long> unreadable,
      List<FindingLine> findings) {}

  int run(List<Path> files, ImportOptions options) {
    try (ImportedFiles source = ImportedFiles.open(files, options);
        Progress progress = Progress.start(terminal, "scan", -1)) {
      while (source.hasNext()) {
        take(source.next());
        progress.step();
      }
      source.close();
      report(source);
    }
    return lines.isEmpty() ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private void take(Decoded decoded) {
    if (decoded instanceof Decoded.Failed failed) {
      unreadable.merge(failed.reason().code(), 1L, Long::sum);
      return;
    }
    exchanges++;
    for (Detected d : engine.scanExchange(((Decoded.Ok) decoded).capture())) {
      lines.compute(
          d.ruleId() + ' ' + d.location() + ' ' + d.transform(),
          (key, line) -> line == null ? first(d) : line.again());
    }
  }

  private static FindingLine first(Detected d) {
    return new FindingLine(
        d.ruleId(),
        d.infoType(),
        d.category().wireName(),
        d.location(),
        d.transform(),
        1,
        d.before(),
        d.after());
  }

  private void report(ImportedFiles source) {
    if (json) {
      Json.print(
          terminal,
          new Report(
              exchanges,
              List.copyOf(source.formats()),
              List.copyOf(source.fidelity()),
              unreadable,
              new ArrayList<>(lines.values())));
      return;
    }
    if (!lines.isEmpty()) {
      table().print(terminal);
    }
    long total = lines.values().stream().mapToLong(FindingLine::count).sum();
    terminal.note(
        String.format(
            Locale.ROOT,
            "%d exchanges (%s), %d findings of %d rules at %d places",
            exchanges,
            String.join(", ", source.formats()),
            total,
            lines.values().stream().map(FindingLine::ruleId).distinct().count(),
            lines.values().stream().map(FindingLine::location).distinct().count()));
    unreadable.forEach((reason, n) -> terminal.note(n + " entries cannot be read: " + reason));
    if (!source.fidelity().isEmpty()) {
      terminal.note("the format does not carry: " + String.join(", ", source.fidelity()));
    }
  }

  private TextTable table() {
    TextTable table = new TextTable("rule", "location", "count", "transform", "before", "after");
    for (FindingLine line : lines.values()) {
      table.row(
          line.ruleId(),
          shorten(line.location(), 60),
          line.count(),
          line.transform().isEmpty() ? "-" : line.transform(),
          shorten(line.before(), 36),
          shorten(line.after(), 36));
    }
    return table;
  }

  private static String shorten(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}
