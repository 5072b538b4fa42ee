package dev.sluice.cli.snapshots;

import dev.sluice.catalog.client.LookupQuery;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.CatalogOptions;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotSummary;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice snapshots list}: what the catalog knows. */
@Command(
    name = "list",
    description = "List the snapshots of a catalog, newest window first.",
    footer = {
      "",
      "Examples:",
      "  sluice snapshots list --service checkout --status approved",
      "  sluice snapshots list --from 2026-11-22T12:00:00Z --to 2026-11-22T13:00:00Z --json"
    })
final class ListCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private CatalogOptions catalog;
  @Mixin private JsonOption json;

  @Option(names = "--service", paramLabel = "NAME", description = "Only this service.")
  private @Nullable String service;

  @Option(names = "--env", paramLabel = "NAME", description = "Only this environment.")
  private @Nullable String env;

  @Option(names = "--status", paramLabel = "STATUS", description = "Only ${COMPLETION-CANDIDATES}.")
  private @Nullable SnapshotStatus status;

  @Option(names = "--label", paramLabel = "NAME", description = "Only those with this label.")
  private @Nullable String label;

  @Option(names = "--from", paramLabel = "TIME", description = "Windows that end after this time.")
  private @Nullable Instant from;

  @Option(names = "--to", paramLabel = "TIME", description = "Windows that begin before this time.")
  private @Nullable Instant to;

  @Option(names = "--all-revisions", description = "Replaced revisions too.")
  private boolean allRevisions;

  @Option(
      names = "--limit",
      defaultValue = "100",
      description = "At most this many (${DEFAULT-VALUE}).")
  private int limit;

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<SnapshotSummary> found = catalog.client().lookup(query()).limit(limit).toList();
    if (json.isSet()) {
      Json.print(terminal, found);
    } else if (found.isEmpty()) {
      terminal.note("no snapshot matches");
    } else {
      table(found).print(terminal);
    }
    return ExitCode.OK;
  }

  private LookupQuery query() {
    LookupQuery q = LookupQuery.all();
    q = service == null ? q : q.withService(service);
    q = env == null ? q : q.withEnv(env);
    q = status == null ? q : q.withStatus(status);
    q = label == null ? q : q.withLabel(label);
    q = allRevisions ? q.withAllRevisions() : q;
    if (from != null || to != null) {
      q = q.overlapping(from == null ? Instant.EPOCH : from, to == null ? END_OF_TIME : to);
    }
    return q;
  }

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private static TextTable table(List<SnapshotSummary> found) {
    TextTable table =
        new TextTable(
            "snapshot", "status", "exchanges", "findings", "quarantined", "p99", "errors");
    for (SnapshotSummary s : found) {
      table.row(
          s.id(),
          s.status().name().toLowerCase(Locale.ROOT),
          s.exchanges(),
          s.findings(),
          s.quarantined(),
          Units.millis(s.p99Micros()),
          Units.percent(s.errorRate()));
    }
    return table;
  }
}
