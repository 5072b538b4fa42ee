package dev.sluice.catalog.server.ui;

import dev.sluice.catalog.server.db.Cursor;
import dev.sluice.catalog.server.db.SnapshotFilter;
import dev.sluice.catalog.server.http.Params;
import dev.sluice.catalog.server.index.CatalogIndex;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotPage;
import dev.sluice.model.catalog.SnapshotSummary;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The list of snapshots with search, key figures, timeline and latency. */
final class SnapshotsPage {
  private static final int PAGE = 50;
  private static final int TIMELINE = 300;

  private final CatalogIndex index;
  private final Templates templates;

  SnapshotsPage(CatalogIndex index, Templates templates) {
    this.index = index;
    this.templates = templates;
  }

  void show(Context ctx) {
    Search search =
        Search.of(
            Params.text(ctx, "q").orElse(""),
            Params.text(ctx, "status").orElse(""),
            Params.text(ctx, "revisions").isPresent());
    Optional<Cursor> cursor = Params.text(ctx, "cursor").map(Cursor::parse);
    templates.render(ctx, "snapshots.jte", view(search, cursor));
  }

  private SnapshotsView view(Search search, Optional<Cursor> cursor) {
    SnapshotFilter filter = search.filter();
    SnapshotPage page = index.page(filter, cursor, PAGE);
    List<SnapshotSummary> recent = index.page(filter, Optional.empty(), TIMELINE).items();
    SnapshotFilter pending = filter.withStatus(SnapshotStatus.PENDING);
    boolean noneCanBePending =
        filter.status().isPresent() && filter.status().get() != SnapshotStatus.PENDING;
    Optional<SnapshotSummary> newest = recent.stream().findFirst();
    Optional<SnapshotSummary> approved = newest.flatMap(n -> lastApproved(recent, n));
    return new SnapshotsView(
        search,
        page.items(),
        page.nextCursor().orElse(""),
        cursor.isEmpty(),
        index.count(filter),
        noneCanBePending ? 0 : index.count(pending),
        oldestPending(recent),
        newest.map(n -> Format.count(n.findings())).orElse("–"),
        newest.map(n -> Format.count(n.quarantined())).orElse("–"),
        approved.map(a -> Format.change(a.p99Micros(), newest.get().p99Micros())).orElse("–"),
        approved
            .map(a -> newest.get().service() + " since " + Format.time(a.windowStart()))
            .orElse("none approved before it"),
        Timeline.of(recent),
        LatencyChart.json(recent),
        recent.isEmpty() && search.isEmpty());
  }

  private static Optional<SnapshotSummary> lastApproved(
      List<SnapshotSummary> recent, SnapshotSummary newest) {
    return recent.stream()
        .filter(s -> !s.id().equals(newest.id()))
        .filter(s -> s.service().equals(newest.service()) && s.env().equals(newest.env()))
        .filter(s -> s.status() == SnapshotStatus.APPROVED)
        .findFirst();
  }

  private static String oldestPending(List<SnapshotSummary> recent) {
    return recent.stream()
        .filter(s -> s.status() == SnapshotStatus.PENDING)
        .reduce((newer, older) -> older)
        .map(s -> "/snapshots/" + s.id() + "#decision")
        .orElse("");
  }
}
