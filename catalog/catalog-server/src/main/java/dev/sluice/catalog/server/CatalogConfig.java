package dev.sluice.catalog.server;

import dev.sluice.catalog.server.db.DatabaseAddress;
import dev.sluice.catalog.server.index.Approval;
import dev.sluice.snapshot.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;

/**
 * How a catalog server runs.
 *
 * @param host address to listen on; the default takes connections of this machine only
 * @param port 0 for any free one
 * @param database where the index is kept
 * @param store the bucket; stays the caller's, the server does not close it
 * @param outboxInterval pause between two looks at the outbox
 * @param approval what is approved as soon as it is registered; the audit log says so
 * @param clock for entries and expiry
 */
public record CatalogConfig(
    String host,
    int port,
    DatabaseAddress database,
    ObjectStore store,
    Duration outboxInterval,
    Approval approval,
    Clock clock) {

  /** 127.0.0.1, a free port, a look at the outbox each second, reviews by people. */
  public static CatalogConfig of(DatabaseAddress database, ObjectStore store) {
    return new CatalogConfig(
        "127.0.0.1",
        0,
        database,
        store,
        Duration.ofSeconds(1),
        Approval.BY_REVIEW,
        Clock.systemUTC());
  }

  public CatalogConfig withAddress(String newHost, int newPort) {
    return new CatalogConfig(newHost, newPort, database, store, outboxInterval, approval, clock);
  }

  public CatalogConfig withOutboxInterval(Duration interval) {
    return new CatalogConfig(host, port, database, store, interval, approval, clock);
  }

  public CatalogConfig withApproval(Approval other) {
    return new CatalogConfig(host, port, database, store, outboxInterval, other, clock);
  }

  public CatalogConfig withClock(Clock newClock) {
    return new CatalogConfig(host, port, database, store, outboxInterval, approval, newClock);
  }
}
