package dev.sluice.cli.catalog;

import dev.sluice.catalog.server.CatalogConfig;
import dev.sluice.catalog.server.CatalogServer;
import dev.sluice.catalog.server.index.RebuildReport;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.job.StoreOptions;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice catalog rebuild}: the manifests in the bucket are the truth. */
@Command(
    name = "rebuild",
    description = "Restore the index from the manifests in the bucket; reviews are kept.",
    footer = {
      "",
      "Example:",
      "  sluice catalog rebuild --s3-endpoint http://s3:9000 --bucket sluice",
      "",
      "Stop the catalog first. Exit codes: 0 done, 1 some manifests could not be indexed."
    })
final class RebuildCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private StoreOptions store;
  @Mixin private DatabaseOption database;
  @Mixin private JsonOption json;

  RebuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (ObjectStore bucket = S3Store.open(store.config(terminal.environment()));
        CatalogServer server =
            CatalogServer.start(
                CatalogConfig.of(database.address(terminal.environment()), bucket))) {
      RebuildReport report = server.index().rebuild("cli");
      if (json.isSet()) {
        Json.print(terminal, report);
      } else {
        terminal.print(
            report.indexed()
                + " indexed, "
                + report.kept()
                + " reviews kept, "
                + report.removed()
                + " removed");
      }
      report.unusable().forEach(key -> terminal.note("cannot be indexed: " + key));
      return report.unusable().isEmpty() ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }
  }
}
