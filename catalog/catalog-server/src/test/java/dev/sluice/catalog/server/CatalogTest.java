package dev.sluice.catalog.server;

import dev.sluice.catalog.server.db.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;

/** What a catalog promises on any database; on SQLite unless a subclass names another. */
abstract class CatalogTest {
  @TempDir Path folder;

  DatabaseAddress database() {
    return DatabaseAddress.file(folder.resolve("catalog.db"));
  }

  /** What the closed catalog knew is gone; {@link #database} is an empty one. */
  void loseDatabase() throws IOException {
    for (String file : List.of("catalog.db", "catalog.db-wal", "catalog.db-shm")) {
      Files.deleteIfExists(folder.resolve(file));
    }
  }

  final Fixture open() {
    return open(c -> c);
  }

  final Fixture open(UnaryOperator<CatalogConfig> change) {
    return new Fixture(folder, database(), change);
  }
}
