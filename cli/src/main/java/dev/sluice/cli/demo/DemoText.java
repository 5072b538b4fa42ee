package dev.sluice.cli.demo;

import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.flink.ledger.Outcomes;
import dev.sluice.model.catalog.SnapshotSummary;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the demo tells a person. */
final class DemoText {
  private final Terminal terminal;

  DemoText(Terminal terminal) {
    this.terminal = terminal;
  }

  void sealed(SnapshotSummary s) {
    terminal.note(
        "sealed "
            + s.id()
            + ": "
            + s.exchanges()
            + " exchanges, "
            + s.findings()
            + " findings, p99 "
            + s.p99Micros() / 1000
            + " ms");
  }

  void summary(DemoSummary summary, Account.State state) {
    services(state.ledger());
    terminal.print("");
    snapshots(state.snapshots());
    terminal.print("");
    terminal.print(
        String.format(
            Locale.ROOT,
            "captured %d = in snapshots %d + filtered %d + sampled %d + quarantined %d + late %d%s",
            summary.captured(),
            summary.inSnapshots(),
            summary.filtered(),
            summary.sampled(),
            summary.quarantined(),
            summary.late(),
            summary.isBalanced() ? "" : "   DOES NOT ADD UP"));
    if (summary.proxyDropped() > 0) {
      terminal.print("dropped before Kafka: " + summary.proxyDropped());
    }
    for (Map.Entry<String, Long> e : state.ledger().total().quarantined().entrySet()) {
      terminal.print("quarantined as " + e.getKey() + ": " + e.getValue());
    }
  }

  private void services(LedgerSummary ledger) {
    TextTable table =
        new TextTable("service", "captured", "sanitized", "quarantined", "filtered", "late");
    for (Map.Entry<String, Outcomes> e : ledger.services().entrySet()) {
      Outcomes o = e.getValue();
      String name = e.getKey().equals("-") ? "(unknown)" : e.getKey();
      table.row(name, o.captured(), o.rows(), o.quarantinedTotal(), o.filtered(), o.late());
    }
    table.print(terminal);
  }

  private void snapshots(List<SnapshotSummary> snapshots) {
    TextTable table = new TextTable("snapshot", "exchanges", "findings", "p99", "errors", "status");
    for (SnapshotSummary s : snapshots) {
      table.row(
          s.id(),
          s.exchanges(),
          s.findings(),
          String.format(Locale.ROOT, "%.1f ms", s.p99Micros() / 1000.0),
          String.format(Locale.ROOT, "%.2f %%", s.errorRate() * 100),
          s.status().name().toLowerCase(Locale.ROOT));
    }
    table.print(terminal);
  }

  /** Commands that work while the stack runs. */
  void next(String catalogUrl, List<SnapshotSummary> snapshots) {
    terminal.note("catalog: " + catalogUrl);
    terminal.note("try next:");
    terminal.note("  sluice snapshots list --catalog " + catalogUrl);
    if (!snapshots.isEmpty()) {
      String id = snapshots.get(0).id();
      terminal.note("  sluice snapshots show " + id + " --catalog " + catalogUrl);
      terminal.note("  sluice snapshots pull " + id + " --catalog " + catalogUrl + " -o ./snap");
      terminal.note("  sluice snapshots verify ./snap");
    }
  }
}
