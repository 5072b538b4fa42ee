package dev.sluice.cli.snapshots;

import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.model.EndpointBaseline;
import dev.sluice.model.FindingCount;
import dev.sluice.model.PartInfo;
import dev.sluice.model.SnapshotManifest;
import java.util.Comparator;
import java.util.Locale;

/** A manifest for people. */
final class ManifestText {
  private static final int MOST = 20;

  private final Terminal terminal;

  ManifestText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(SnapshotManifest m) {
    terminal.print(m.snapshotId());
    line("service", m.service() + " in " + m.env());
    line("window", m.windowStart() + " to " + m.windowEnd());
    line("exchanges", Long.toString(m.exchanges()));
    line("content", m.contentDigest());
    line(
        "made by",
        "Sluice "
            + m.provenance().engineVersion()
            + ", profile "
            + m.provenance().profile()
            + ", key "
            + m.provenance().keyId());
    line("policy", m.provenance().policyDigest());
    if (m.policies().size() > 1) {
      m.policies()
          .forEach(p -> line("", p.exchanges() + " under " + p.provenance().policyDigest()));
    }
    long bytes = m.parts().stream().mapToLong(PartInfo::sizeBytes).sum();
    line("parts", m.parts().size() + " (" + bytes + " bytes)");
    m.quarantined().forEach((why, n) -> line("quarantined", n + " " + why));
    if (m.filtered() > 0) {
      line("filtered", Long.toString(m.filtered()));
    }
    m.notes().forEach((note, n) -> line("note", note + " (" + n + ")"));
    m.uniqueness()
        .forEach(u -> line("unique", u.unique() + " of " + u.subjects() + " by " + u.set()));
    m.blocked().forEach(condition -> line("blocked by", condition));
    m.approval().ifPresent(why -> line("approved as", why));
    endpoints(m);
    findings(m);
    terminal.print("");
  }

  private void line(String name, String value) {
    terminal.print(String.format(Locale.ROOT, "  %-12s %s", name, value));
  }

  private void endpoints(SnapshotManifest m) {
    if (m.baseline().endpoints().isEmpty()) {
      return;
    }
    terminal.print("");
    TextTable table = new TextTable("endpoint", "side", "count", "p50", "p95", "p99", "errors");
    m.baseline().endpoints().stream()
        .sorted(Comparator.comparingLong(EndpointBaseline::count).reversed())
        .limit(MOST)
        .forEach(
            e ->
                table.row(
                    e.endpoint(),
                    e.direction().wireName(),
                    e.count(),
                    Units.millis(e.p50Micros()),
                    Units.millis(e.p95Micros()),
                    Units.millis(e.p99Micros()),
                    Units.percent(e.errorRate())));
    table.print(terminal);
    more(m.baseline().endpoints().size(), "endpoints");
  }

  private void findings(SnapshotManifest m) {
    if (m.findings().isEmpty()) {
      return;
    }
    terminal.print("");
    TextTable table = new TextTable("rule", "location", "transform", "count");
    m.findings().stream()
        .sorted(Comparator.comparingLong(FindingCount::count).reversed())
        .limit(MOST)
        .forEach(f -> table.row(f.ruleId(), f.location(), f.transform(), f.count()));
    table.print(terminal);
    more(m.findings().size(), "findings");
  }

  private void more(int size, String what) {
    if (size > MOST) {
      terminal.print("... and " + (size - MOST) + " more " + what + "; --json shows all");
    }
  }
}
