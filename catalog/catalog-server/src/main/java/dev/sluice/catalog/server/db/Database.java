package dev.sluice.catalog.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * The catalog's database, migrated to the newest schema when opened. Thread-safe.
 *
 * <p>SQLite runs in WAL mode with {@code synchronous=FULL}, so that what was acknowledged survives
 * a crash; its write transactions begin with the write lock, so that none fails half-way.
 */
public final class Database implements AutoCloseable {
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:dev/sluice/catalog/db")
        .load()
        .migrate();
    this.jdbi = Jdbi.create(pool);
  }

  /** Opens or creates the database file; its folder must exist. */
  public static Database sqlite(Path file) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("catalog");
    config.setJdbcUrl("jdbc:sqlite:" + file.toAbsolutePath());
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "FULL");
    config.addDataSourceProperty("busy_timeout", "10000");
    config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    config.setMaximumPoolSize(6);
    try {
      return new Database(new HikariDataSource(config));
    } catch (RuntimeException e) {
      throw new SluiceException(
          "cannot open the catalog's database "
              + file
              + "; is it a database of this or an older version, and writable? If it is damaged,"
              + " move it away and run `sluice catalog rebuild`",
          e);
    }
  }

  /** Reads; several reads in one callback need not see the same state. */
  public <T> T read(HandleCallback<T, RuntimeException> work) {
    return jdbi.withHandle(work);
  }

  /** Writes in one transaction: all of it or nothing. */
  public <T> T write(HandleCallback<T, RuntimeException> work) {
    return jdbi.inTransaction(work);
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
