package dev.sluice.catalog.server.ui;

import dev.sluice.catalog.server.index.CatalogIndex;
import dev.sluice.catalog.server.index.Review;
import dev.sluice.catalog.server.problem.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The pages and their addresses. */
public final class Ui {
  private static final int AUDIT_ENTRIES = 200;

  private final CatalogIndex index;
  private final Templates templates = new Templates();
  private final SnapshotsPage snapshots;
  private final SnapshotPageHandler snapshot;

  public Ui(CatalogIndex index, Review review) {
    this.index = index;
    this.snapshots = new SnapshotsPage(index, templates);
    this.snapshot = new SnapshotPageHandler(index, review, templates);
  }

  public void routes(RoutesConfig routes) {
    routes.get("/", ctx -> ctx.redirect("/snapshots"));
    routes.get("/snapshots", snapshots::show);
    routes.get("/snapshots/{id}", snapshot::show);
    routes.post("/snapshots/{id}/decision", snapshot::decide);
    routes.get("/audit", this::audit);
  }

  private void audit(Context ctx) {
    AuditView view = new AuditView(index.newestAudit(AUDIT_ENTRIES), index.verifyAudit());
    templates.render(ctx, "audit.jte", view);
  }

  /** A problem for people. */
  public void error(Context ctx, ProblemException e) {
    String detail = e.getMessage() == null ? "" : e.getMessage();
    templates.render(ctx, "error.jte", new ErrorView(e.code().status(), e.code().title(), detail));
  }
}
