package dev.sluice.catalog.server;

import dev.sluice.catalog.server.db.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server of its own, started at the first use and ended with the tests. */
final class PostgresServer {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private PostgresServer() {}

  private static EmbeddedPostgres start() {
    try {
      // No test cuts its power; waiting for the disk would take most of the time.
      return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start here", e);
    }
  }

  static int port() {
    return SERVER.getPort();
  }

  /** A new, empty database. */
  static DatabaseAddress database() {
    String name = "catalog" + NUMBER.incrementAndGet();
    try (Connection c = SERVER.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      s.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name, e);
    }
    return address("postgres", name);
  }

  static DatabaseAddress address(String user, String name) {
    return DatabaseAddress.of(
        "postgresql://" + user + "@127.0.0.1:" + port() + "/" + name, Map.of());
  }
}
