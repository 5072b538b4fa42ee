package dev.sluice.cli.io;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to assume where an imported file does not say it. */
public final class ImportOptions {
  @Option(
      names = "--env",
      paramLabel = "NAME",
      defaultValue = "import",
      description = "Environment of the exchanges; default: ${DEFAULT-VALUE}.")
  private String env;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Service of all exchanges; default: the file's own, or made from the host.")
  private @Nullable String service;

  @Option(
      names = "--direction",
      paramLabel = "SIDE",
      defaultValue = "inbound",
      description = "inbound or outbound, where the file has none; default: ${DEFAULT-VALUE}.")
  private String direction;

  public String env() {
    return env;
  }

  public Optional<String> service() {
    return Optional.ofNullable(service);
  }

  public String direction() {
    return direction;
  }
}
