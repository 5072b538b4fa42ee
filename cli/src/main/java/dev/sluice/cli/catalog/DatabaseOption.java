package dev.sluice.cli.catalog;

import dev.sluice.catalog.server.db.DatabaseAddress;
import dev.sluice.flink.access.SecretFile;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which database holds the index. */
final class DatabaseOption {
  @Option(
      names = "--database",
      paramLabel = "FILE|URL",
      defaultValue = ".sluice/catalog/catalog.db",
      description = {
        "SQLite file, or postgresql://user@host/database; its password is taken from PGPASSWORD or",
        "the file PGPASSFILE. Default: ${DEFAULT-VALUE}."
      })
  private String address;

  /**
   * The database.
   *
   * @throws dev.sluice.model.SluiceException if others may read the file of passwords
   */
  DatabaseAddress address(Map<String, String> environment) {
    String passwords = environment.get("PGPASSFILE");
    if (passwords != null) {
      SecretFile.requirePrivate(Path.of(passwords));
    }
    return DatabaseAddress.of(address, environment);
  }
}
