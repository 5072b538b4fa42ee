package dev.sluice.cli.catalog;

import dev.sluice.catalog.server.CatalogConfig;
import dev.sluice.catalog.server.CatalogServer;
import dev.sluice.catalog.server.index.Approval;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.Logging;
import dev.sluice.cli.io.LogOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.stack.CtrlC;
import dev.sluice.job.StoreOptions;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice catalog serve}. */
@Command(
    name = "serve",
    description = "Serve the catalog (REST and web UI) over a bucket until Ctrl-C.",
    footer = {
      "",
      "Example:",
      "  sluice catalog serve --s3-endpoint http://s3:9000 --bucket sluice --port 8470",
      "",
      "Bucket credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,",
      "or a profile of the file AWS_SHARED_CREDENTIALS_FILE."
    })
final class ServeCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Terminal terminal;

  @Mixin private StoreOptions store;
  @Mixin private DatabaseOption database;
  @Mixin private LogOption log;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on; default: ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8470",
      description = "Port, 0 for any free one; default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--approve-by-policy",
      description = "Approve without a reviewer what its policy approves; see docs/policy.md.")
  private boolean byPolicy;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Logging.toFile(log.file());
    try (CtrlC ctrlC = CtrlC.listen();
        ObjectStore bucket = S3Store.open(store.config(terminal.environment()));
        CatalogServer server =
            CatalogServer.start(
                CatalogConfig.of(database.address(terminal.environment()), bucket)
                    .withAddress(host, port)
                    .withApproval(byPolicy ? Approval.BY_POLICY : Approval.BY_REVIEW))) {
      terminal.print(server.url().toString());
      terminal.flush();
      terminal.note("Ctrl-C ends it; log in " + log.file());
      while (!ctrlC.await(PAUSE)) {
        // The server does the work.
      }
    }
    return ExitCode.OK;
  }
}
