package dev.sluice.catalog.server.ui;

import dev.sluice.catalog.server.http.Actor;
import dev.sluice.catalog.server.http.Params;
import dev.sluice.catalog.server.index.CatalogIndex;
import dev.sluice.catalog.server.index.Review;
import dev.sluice.catalog.server.index.Transitions;
import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.catalog.server.problem.ProblemException;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.model.catalog.StatusChange;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** The page of one snapshot, and the decision form on it. */
final class SnapshotPageHandler {
  private final CatalogIndex index;
  private final Review review;
  private final Templates templates;

  SnapshotPageHandler(CatalogIndex index, Review review, Templates templates) {
    this.index = index;
    this.review = review;
    this.templates = templates;
  }

  void show(Context ctx) {
    templates.render(ctx, "snapshot.jte", view(ctx.pathParam("id"), "", ""));
  }

  /** Works without script: the answer is a redirect, or the page with the complaint. */
  void decide(Context ctx) {
    String id = ctx.pathParam("id");
    String reason = field(ctx, "reason");
    try {
      review.decide(id, change(ctx, reason), Actor.of(ctx));
      ctx.redirect("/snapshots/" + id, HttpStatus.SEE_OTHER);
    } catch (ProblemException e) {
      if (e.code() == ErrorCode.UNKNOWN_SNAPSHOT || e.code() == ErrorCode.ERASED) {
        throw e;
      }
      ctx.status(e.code().status());
      String detail = e.getMessage() == null ? "" : e.getMessage();
      templates.render(ctx, "snapshot.jte", view(id, e.code().title() + ": " + detail, reason));
    }
  }

  private static StatusChange change(Context ctx, String reason) {
    try {
      return new StatusChange(
          Params.constant("status", field(ctx, "status"), SnapshotStatus.class),
          reason,
          Integer.parseInt(field(ctx, "version")));
    } catch (NumberFormatException e) {
      throw ErrorCode.BAD_REQUEST.with("the form has no version; reload the page");
    }
  }

  private static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("");
  }

  private SnapshotView view(String id, String complaint, String reason) {
    SnapshotSummary snapshot = index.readable(id);
    SnapshotManifest manifest = index.manifest(snapshot);
    return new SnapshotView(
        snapshot,
        manifest,
        FindingRow.of(manifest.findings()),
        manifest.baseline().endpoints().stream().map(EndpointRow::of).toList(),
        index.revisions(id),
        index.history(id),
        Transitions.from(snapshot.status(), !manifest.blocked().isEmpty()),
        complaint,
        reason);
  }
}
