package dev.sluice.catalog.server;

import java.net.URI;

/** A running catalog: REST API, web UI and the outbox poller in this process. */
public final class CatalogServer implements AutoCloseable {
  private CatalogServer() {}

  /** Migrates the database, starts listening and polls the outbox. */
  public static CatalogServer start(CatalogConfig config) {
    throw new UnsupportedOperationException(config.host());
  }

  /** Where it listens, such as {@code http://127.0.0.1:8080}. */
  public URI url() {
    throw new UnsupportedOperationException();
  }

  /** What the catalog does, without HTTP: rebuild, verify, poll at once. */
  public dev.sluice.catalog.server.index.CatalogIndex index() {
    throw new UnsupportedOperationException();
  }

  /** Finishes running requests, then stops. */
  @Override
  public void close() {}
}
