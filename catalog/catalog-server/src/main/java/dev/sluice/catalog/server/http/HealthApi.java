package dev.sluice.catalog.server.http;

import dev.sluice.catalog.server.db.Database;
import dev.sluice.catalog.server.db.SnapshotFilter;
import dev.sluice.catalog.server.index.CatalogIndex;
import dev.sluice.catalog.server.index.OutboxPoller;
import dev.sluice.model.SnapshotStatus;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;

/** Is the process alive, can it serve, and a few figures in Prometheus' text format 0.0.4. */
public final class HealthApi {
  private final Database db;
  private final CatalogIndex index;
  private final OutboxPoller outbox;

  public HealthApi(Database db, CatalogIndex index, OutboxPoller outbox) {
    this.db = db;
    this.index = index;
    this.outbox = outbox;
  }

  public void routes(RoutesConfig routes) {
    routes.get("/health/live", ctx -> ctx.result("live\n"));
    routes.get("/health/ready", this::ready);
    routes.get("/metrics", this::metrics);
  }

  private void ready(Context ctx) {
    boolean ready = answers();
    ctx.status(ready ? 200 : 503).result(ready ? "ready\n" : "the database does not answer\n");
  }

  private boolean answers() {
    try {
      return db.alive();
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void metrics(Context ctx) {
    StringBuilder out = new StringBuilder();
    out.append("# HELP sluice_catalog_snapshots Current snapshots by status.\n");
    out.append("# TYPE sluice_catalog_snapshots gauge\n");
    for (SnapshotStatus status : SnapshotStatus.values()) {
      out.append("sluice_catalog_snapshots{status=\"")
          .append(status.name().toLowerCase(Locale.ROOT))
          .append("\"} ")
          .append(index.count(SnapshotFilter.none().withStatus(status)))
          .append('\n');
    }
    out.append("# HELP sluice_catalog_outbox_registered_total Announcements registered.\n");
    out.append("# TYPE sluice_catalog_outbox_registered_total counter\n");
    out.append("sluice_catalog_outbox_registered_total ").append(outbox.registered()).append('\n');
    out.append("# HELP sluice_catalog_outbox_waiting Announcements that cannot be registered.\n");
    out.append("# TYPE sluice_catalog_outbox_waiting gauge\n");
    out.append("sluice_catalog_outbox_waiting ").append(outbox.waiting()).append('\n');
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(out.toString());
  }
}
