package dev.sluice.catalog.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * The catalog's database, migrated to the newest schema when opened. Thread-safe.
 *
 * <p>One SQL for both kinds. Writers go one after the other on both: SQLite's write transactions
 * begin with the write lock, PostgreSQL's with a lock that readers do not wait for. What was
 * acknowledged survives a crash ({@code synchronous=FULL}, and PostgreSQL's default).
 */
public final class Database implements AutoCloseable {
  private static final String ONE_WRITER = "LOCK TABLE audit_head IN EXCLUSIVE MODE";
  private static final int CONNECTIONS = 6;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final boolean server;

  private Database(HikariConfig config, boolean server) {
    this.server = server;
    this.pool = new HikariDataSource(config);
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:dev/sluice/catalog/db")
          .load()
          .migrate();
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Opens it.
   *
   * @throws SluiceException if it cannot be used, with what to do about it
   */
  public static Database open(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("catalog");
    config.setJdbcUrl(address.url());
    config.setDataSourceProperties(address.properties());
    config.setMaximumPoolSize(CONNECTIONS);
    address.file().ifPresentOrElse(file -> sqlite(config, file), () -> postgresql(config));
    try {
      return new Database(config, address.file().isEmpty());
    } catch (RuntimeException e) {
      throw new SluiceException(
          "cannot open the catalog's database " + address + "; " + advice(address, e), e);
    }
  }

  private static void sqlite(HikariConfig config, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new SluiceException("cannot create the folder of " + file);
    }
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "FULL");
    config.addDataSourceProperty("busy_timeout", "10000");
    config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
  }

  private static void postgresql(HikariConfig config) {
    config.setConnectionTimeout(CONNECT.toMillis());
    config.addDataSourceProperty("ApplicationName", "sluice-catalog");
    config.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT.toSeconds()));
    config.addDataSourceProperty("stringtype", "unspecified");
    config.addDataSourceProperty("tcpKeepAlive", "true");
  }

  /** SQL states as PostgreSQL's manual lists them, appendix A. */
  private static String advice(DatabaseAddress address, Throwable failure) {
    if (address.file().isPresent()) {
      return "is it a database of this or an older version, and writable? If it is damaged, move it"
          + " away and run `sluice catalog rebuild`";
    }
    String state = state(failure);
    if (state.equals("3D000")) {
      return "the server has no such database; create it, empty";
    }
    if (state.startsWith("28")) {
      return "the server refuses user or password; see PGUSER, PGPASSWORD and PGPASSFILE";
    }
    return state.startsWith("08")
        ? "no server answers there"
        : "is it a database of this or an older version, in which the user may create tables?";
  }

  private static String state(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException e && e.getSQLState() != null) {
        return e.getSQLState();
      }
    }
    return "";
  }

  /** Reads; several reads in one callback need not see the same state. */
  public <T> T read(HandleCallback<T, RuntimeException> work) {
    return jdbi.withHandle(work);
  }

  /** Writes in one transaction: all of it or nothing. */
  public <T> T write(HandleCallback<T, RuntimeException> work) {
    return jdbi.inTransaction(
        h -> {
          if (server) {
            h.execute(ONE_WRITER);
          }
          return work.withHandle(h);
        });
  }

  /** Whether the database answers. */
  public boolean alive() {
    return read((Handle h) -> h.createQuery("SELECT 1").mapTo(Integer.class).one()) == 1;
  }

  @Override
  public void close() {
    pool.close();
  }
}
