package dev.sluice.catalog.server;

import dev.sluice.catalog.server.db.Database;
import dev.sluice.catalog.server.http.Assets;
import dev.sluice.catalog.server.http.Guard;
import dev.sluice.catalog.server.http.HealthApi;
import dev.sluice.catalog.server.http.NamesApi;
import dev.sluice.catalog.server.http.Problems;
import dev.sluice.catalog.server.http.SnapshotApi;
import dev.sluice.catalog.server.index.CatalogIndex;
import dev.sluice.catalog.server.index.OutboxPoller;
import dev.sluice.catalog.server.index.Resolver;
import dev.sluice.catalog.server.index.Review;
import dev.sluice.catalog.server.ui.Ui;
import dev.sluice.model.SluiceException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running catalog: REST API, web UI and the outbox poller in this process. Thread-safe. */
public final class CatalogServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogServer.class);
  private static final long MAX_BODY_BYTES = 64 * 1024;
  private static final int MAX_THREADS = 64;
  private static final int STOP_MILLIS = 5_000;

  private final Database db;
  private final CatalogIndex index;
  private final OutboxPoller outbox;
  private final Javalin http;
  private final String host;

  private CatalogServer(CatalogConfig config, Database db) {
    this.db = db;
    this.host = config.host();
    this.index = new CatalogIndex(db, config.store(), config.clock(), config.approval());
    this.outbox = new OutboxPoller(index, config.store());
    this.http = Javalin.create(c -> configure(c, config));
  }

  /**
   * Migrates the database, starts listening and polls the outbox.
   *
   * @throws SluiceException when the database or the port cannot be used
   */
  public static CatalogServer start(CatalogConfig config) {
    Database db = Database.open(config.database());
    CatalogServer server = new CatalogServer(config, db);
    try {
      server.http.start(config.host(), config.port());
    } catch (JavalinBindException e) {
      server.close();
      throw new SluiceException(
          "cannot listen on " + config.host() + ":" + config.port() + "; choose another port");
    }
    if (!Guard.isLoopback(config.host())) {
      LOG.warn("the catalog listens on {} and asks nobody to log in", config.host());
    }
    server.outbox.start(config.outboxInterval());
    return server;
  }

  private void configure(JavalinConfig c, CatalogConfig config) {
    c.startup.showJavalinBanner = false;
    c.startup.showOldJavalinVersionWarning = false;
    c.http.maxRequestSize = MAX_BODY_BYTES;
    c.http.prefer405over404 = true;
    c.router.treatMultipleSlashesAsSingleSlash = false;
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
    threads.setName("catalog-http");
    c.jetty.threadPool = threads;
    c.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
    c.jetty.modifyHttpConfiguration(
        h -> {
          h.setSendServerVersion(false);
          h.setRequestHeaderSize(16 * 1024);
        });
    routes(c.routes, config);
  }

  private void routes(RoutesConfig routes, CatalogConfig config) {
    Review review = new Review(db, index, config.clock());
    Ui ui = new Ui(index, review);
    new Guard(config.host()).routes(routes);
    new Problems(ui::error).routes(routes);
    new SnapshotApi(index, review).routes(routes);
    new NamesApi(new Resolver(db, config.clock()), index).routes(routes);
    new HealthApi(db, index, outbox).routes(routes);
    new Assets().routes(routes);
    ui.routes(routes);
  }

  /** Where it listens, such as {@code http://127.0.0.1:8080}. */
  public URI url() {
    boolean any = host.equals("0.0.0.0") || host.equals("::");
    String shown = any ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + shown + ":" + http.port());
  }

  /** What the catalog does, without HTTP. */
  public CatalogIndex index() {
    return index;
  }

  /** Looks at the outbox now, beside the schedule; returns how many snapshots it registered. */
  public int pollOutbox() {
    return outbox.poll();
  }

  /** Finishes running requests, then stops. The bucket stays open. */
  @Override
  public void close() {
    outbox.close();
    http.stop();
    db.close();
  }
}
