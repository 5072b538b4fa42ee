package dev.sluice.cli.io;

import dev.sluice.catalog.client.CatalogClient;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which catalog a command asks. */
public final class CatalogOptions {
  @Option(
      names = "--catalog",
      paramLabel = "URL",
      defaultValue = "${env:SLUICE_CATALOG:-http://127.0.0.1:8470}",
      description = "The catalog's address (or SLUICE_CATALOG). Default: ${DEFAULT-VALUE}")
  private URI url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:SLUICE_TOKEN}",
      description = "API token; better given as SLUICE_TOKEN, where no process list shows it.")
  private @Nullable String token;

  public CatalogClient client() {
    return new CatalogClient(url, Optional.ofNullable(token).filter(t -> !t.isEmpty()));
  }
}
