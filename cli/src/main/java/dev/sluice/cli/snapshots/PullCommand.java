package dev.sluice.cli.snapshots;

import dev.sluice.catalog.client.CatalogClient;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.CatalogOptions;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice snapshots pull}: fetches a snapshot into a folder. */
@Command(
    name = "pull",
    description = "Fetch a snapshot from the catalog into a folder and check it.",
    footer = {"", "Example:", "  sluice snapshots pull checkout@latest -o snap"})
final class PullCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private CatalogOptions catalog;
  @Mixin private JsonOption json;

  @Option(names = "--any-status", description = "Names may mean snapshots that nobody approved.")
  private boolean anyStatus;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder; default: the snapshot's id.")
  private @Nullable Path output;

  @Parameters(
      paramLabel = "NAME",
      description = "ID, service@latest, service@LABEL or service@TIME.")
  private String name;

  PullCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CatalogClient client = catalog.client();
    String id = new SnapshotNames(catalog, anyStatus).id(client, name);
    Path dir = output == null ? Path.of(id) : output;
    Folders.requireEmpty(dir);
    new Download(client, terminal).fetch(id, dir);
    if (json.isSet()) {
      Json.print(terminal, Map.of("id", id, "folder", dir.toString()));
    } else {
      terminal.print(dir.toString());
    }
    return ExitCode.OK;
  }
}
