package dev.sluice.catalog.server.http;

import dev.sluice.catalog.server.db.Cursor;
import dev.sluice.catalog.server.db.SnapshotFilter;
import dev.sluice.catalog.server.index.CatalogIndex;
import dev.sluice.catalog.server.index.Registered;
import dev.sluice.catalog.server.index.Review;
import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.model.ContentDigest;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.RegisterRequest;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.model.catalog.StatusChange;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /v1/snapshots}: register, look up, read, decide. */
public final class SnapshotApi {
  private static final int DEFAULT_PAGE = 50;
  private static final int MAX_PAGE = 500;

  private final CatalogIndex index;
  private final Review review;

  public SnapshotApi(CatalogIndex index, Review review) {
    this.index = index;
    this.review = review;
  }

  public void routes(RoutesConfig routes) {
    routes.post("/v1/snapshots", this::register);
    routes.get("/v1/snapshots", this::lookup);
    routes.get("/v1/snapshots/{id}", this::snapshot);
    routes.get("/v1/snapshots/{id}/manifest", this::manifest);
    routes.get("/v1/snapshots/{id}/parts", this::parts);
    routes.post("/v1/snapshots/{id}/status", this::status);
    routes.put("/v1/snapshots/{id}/labels/{label}", ctx -> label(ctx, true));
    routes.delete("/v1/snapshots/{id}/labels/{label}", ctx -> label(ctx, false));
  }

  @SuppressWarnings("NullAway") // JSON may leave any field out.
  private void register(Context ctx) {
    RegisterRequest request = Json.read(ctx, RegisterRequest.class);
    if (request.manifestKey() == null || request.manifestDigest() == null) {
      throw ErrorCode.BAD_REQUEST.with("manifestKey and manifestDigest are required");
    }
    Registered done = index.register(request, Actor.of(ctx));
    ctx.status(done.created() ? 201 : 200);
    ctx.header("Location", "/v1/snapshots/" + done.snapshot().id());
    Json.write(ctx, done.snapshot());
  }

  private void lookup(Context ctx) {
    int limit = (int) Params.number(ctx, "limit", DEFAULT_PAGE, 1, MAX_PAGE);
    Json.write(ctx, index.page(filter(ctx), Params.text(ctx, "cursor").map(Cursor::parse), limit));
  }

  private static SnapshotFilter filter(Context ctx) {
    return new SnapshotFilter(
        Params.text(ctx, "service"),
        Params.text(ctx, "env"),
        Params.time(ctx, "from"),
        Params.time(ctx, "to"),
        Params.text(ctx, "status").map(v -> Params.constant("status", v, SnapshotStatus.class)),
        Params.text(ctx, "label"),
        Params.text(ctx, "endpoint"),
        Params.text(ctx, "policyDigest"),
        Params.flag(ctx, "currentOnly", true));
  }

  private void snapshot(Context ctx) {
    byte[] body = SluiceJson.bytes(index.readable(ctx.pathParam("id")));
    if (!Etags.unchanged(ctx, ContentDigest.of(body))) {
      ctx.contentType("application/json").result(body);
    }
  }

  private void manifest(Context ctx) {
    SnapshotSummary snapshot = index.readable(ctx.pathParam("id"));
    if (!Etags.unchanged(ctx, snapshot.manifestDigest())) {
      ctx.contentType("application/json").result(index.manifestBytes(snapshot));
    }
  }

  private void parts(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, index.partUrls(index.readable(ctx.pathParam("id"))));
  }

  private void status(Context ctx) {
    StatusChange change = Json.read(ctx, StatusChange.class);
    Json.write(ctx, review.decide(ctx.pathParam("id"), change, Actor.of(ctx)));
  }

  private void label(Context ctx, boolean present) {
    Json.write(
        ctx, review.label(ctx.pathParam("id"), ctx.pathParam("label"), present, Actor.of(ctx)));
  }
}
