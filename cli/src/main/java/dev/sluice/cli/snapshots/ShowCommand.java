package dev.sluice.cli.snapshots;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.CatalogOptions;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.model.SnapshotManifest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice snapshots show}: a snapshot's manifest as people read it. */
@Command(
    name = "show",
    description = "Show what a snapshot holds and how it was made.",
    footer = {
      "",
      "Examples:",
      "  sluice snapshots show ./snap",
      "  sluice snapshots show checkout@latest --any-status",
      "  sluice snapshots show checkout-prod-20261122T120000Z-5m-r1 --json"
    })
final class ShowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private CatalogOptions catalog;
  @Mixin private JsonOption json;

  @Option(names = "--any-status", description = "Names may mean snapshots that nobody approved.")
  private boolean anyStatus;

  @Parameters(
      paramLabel = "NAME",
      description = "ID, service@latest, service@LABEL, service@TIME, or ./DIR.")
  private String name;

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<SnapshotManifest> manifests = new SnapshotNames(catalog, anyStatus).manifests(name);
    if (json.isSet()) {
      Json.print(terminal, manifests.size() == 1 ? manifests.get(0) : manifests);
      return ExitCode.OK;
    }
    for (SnapshotManifest manifest : manifests) {
      new ManifestText(terminal).print(manifest);
    }
    return ExitCode.OK;
  }
}
