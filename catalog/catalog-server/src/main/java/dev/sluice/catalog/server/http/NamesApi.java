package dev.sluice.catalog.server.http;

import dev.sluice.catalog.server.index.CatalogIndex;
import dev.sluice.catalog.server.index.Resolver;
import dev.sluice.catalog.server.problem.ErrorCode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /v1/resolve} and {@code /v1/audit}. */
public final class NamesApi {
  private static final int MAX_ENTRIES = 500;

  private final Resolver resolver;
  private final CatalogIndex index;

  public NamesApi(Resolver resolver, CatalogIndex index) {
    this.resolver = resolver;
    this.index = index;
  }

  public void routes(RoutesConfig routes) {
    routes.get("/v1/resolve", this::resolve);
    routes.get("/v1/audit", this::audit);
    routes.get("/v1/audit/verification", ctx -> Json.write(ctx, index.verifyAudit()));
  }

  private void resolve(Context ctx) {
    String name =
        Params.text(ctx, "name").orElseThrow(() -> ErrorCode.BAD_REQUEST.with("name is required"));
    Json.write(
        ctx,
        resolver.resolve(
            name,
            Params.text(ctx, "env"),
            Params.time(ctx, "asOf"),
            Params.flag(ctx, "includeUnapproved", false)));
  }

  private void audit(Context ctx) {
    long after = Params.number(ctx, "after", 0, 0, Long.MAX_VALUE);
    int limit = (int) Params.number(ctx, "limit", 100, 1, MAX_ENTRIES);
    Json.write(ctx, index.audit(after, limit));
  }
}
