package dev.sluice.cli.bench;

import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import java.util.Locale;

/** The engine's numbers for a person. */
final class EngineTable {
  private EngineTable() {}

  static void print(EngineReport report, Terminal terminal) {
    TextTable table =
        new TextTable(
            "corpus",
            "copy MB/s",
            "sanitize MB/s",
            "x copy",
            "without second look",
            "naive MB/s",
            "x naive",
            "findings",
            "quarantined",
            "allocated B/B",
            "states");
    for (EngineReport.CorpusResult r : report.corpora()) {
      table.row(
          r.name(),
          number("%.1f", r.copyMBps()),
          number("%.1f", r.sanitizeMBps()),
          number("%.2f", r.ratioToCopy()),
          number("%.1f", r.sanitizeWithoutSecondLookMBps()),
          number("%.3f", r.naiveMBps()),
          number("%.0f", r.ratioToNaive()),
          r.findings(),
          r.quarantined(),
          number("%.1f", r.allocBytesPerByte()),
          r.tableStates());
    }
    table.print(terminal);
    terminal.print("");
    terminal.print(
        number(
            "%d rules ready after %.2f s; %s, %d cores, Java %s",
            report.rules(),
            report.engineStartSeconds(),
            report.machine().cpu(),
            report.machine().cores(),
            report.machine().java()));
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
