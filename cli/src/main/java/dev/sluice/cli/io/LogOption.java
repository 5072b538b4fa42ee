package dev.sluice.cli.io;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a long-running command logs. */
public final class LogOption {
  @Option(
      names = "--log-file",
      paramLabel = "FILE",
      defaultValue = "sluice.log",
      description = "Log file; default: ${DEFAULT-VALUE}.")
  private Path file;

  public Path file() {
    return file;
  }
}
