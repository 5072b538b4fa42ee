package dev.sluice.cli.rules;

import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.dlp.eval.ContainerRow;
import dev.sluice.dlp.eval.EvalReport;
import dev.sluice.dlp.eval.Scores;
import dev.sluice.dlp.eval.TextResult;
import java.util.List;
import java.util.Locale;

/** Prints a report as tables. */
final class EvalTables {
  private final Terminal terminal;

  EvalTables(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(EvalReport report) {
    TextResult texts = report.texts();
    scores("info type", texts.types(), texts.all());
    scores("credential", texts.secrets(), null);
    TextTable negatives = new TextTable("hard negatives", "texts", "wrong");
    texts.negatives().forEach(n -> negatives.row(n.group(), n.texts(), n.wrong()));
    print(negatives);
    TextTable containers = containers("container");
    report.containers().containers().forEach(r -> add(containers, r));
    add(containers, report.containers().all());
    print(containers);
    TextTable leaking = containers("leaking kind");
    report.containers().kinds().stream()
        .filter(r -> r.worstLeak() > 0)
        .forEach(r -> add(leaking, r));
    print(leaking);
  }

  private void scores(
      String what, List<Scores> rows, @org.jspecify.annotations.Nullable Scores all) {
    TextTable table =
        new TextTable(
            what, "cases", "recall", "precision", "F2", "exact", "covered", "any score", "wrong");
    rows.forEach(r -> add(table, r));
    if (all != null) {
      add(table, all);
    }
    print(table);
  }

  private static void add(TextTable table, Scores r) {
    table.row(
        r.name(),
        r.cases(),
        percent(r.recall()),
        percent(r.precision()),
        percent(r.f2()),
        percent(r.exact()),
        percent(r.covered()),
        percent(r.anyScore()),
        r.wrong());
  }

  private static TextTable containers(String what) {
    return new TextTable(
        what, "messages", "named leak", "secret leak", "neutral leak", "altered", "quarantined");
  }

  private static void add(TextTable table, ContainerRow r) {
    table.row(
        r.name(),
        r.messages(),
        percent(r.named()),
        percent(r.secrets()),
        percent(r.neutral()),
        percent(r.altered()),
        percent(r.quarantined()));
  }

  private void print(TextTable table) {
    if (!table.isEmpty()) {
      table.print(terminal);
      terminal.print("");
    }
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }
}
