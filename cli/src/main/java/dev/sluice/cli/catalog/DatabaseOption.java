package dev.sluice.cli.catalog;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which database holds the index. */
final class DatabaseOption {
  @Option(
      names = "--database",
      paramLabel = "FILE",
      defaultValue = ".sluice/catalog/catalog.db",
      description = "SQLite file; default: ${DEFAULT-VALUE}.")
  private Path file;

  Path file() {
    return file.toAbsolutePath();
  }
}
