package dev.sluice.cli.quarantine;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.flink.quarantine.Account;
import dev.sluice.flink.quarantine.RetryScope;
import dev.sluice.job.StoreOptions;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice quarantine account}. */
@Command(
    name = "account",
    description = {
      "Show what has become of all records of a run: its ledger, and what left the quarantine.",
      "Exits with 1 if the sums do not add up."
    },
    footer = {"", "Examples:", "  sluice quarantine account --s3-endpoint http://s3:9000"})
final class AccountHeld implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private StoreOptions store;
  @Mixin private JsonOption json;

  @Option(
      names = "--run",
      paramLabel = "NAME",
      defaultValue = "",
      description = "A backfill's; default: the live run's.")
  private String run;

  AccountHeld(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (ObjectStore bucket = S3Store.open(store.config(terminal.environment()))) {
      Account account = Account.of(bucket, RetryScope.newest(bucket, run));
      if (json.isSet()) {
        Json.print(terminal, account);
      } else {
        print(account);
      }
      return account.addsUp() ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }
  }

  private void print(Account account) {
    TextTable table = new TextTable("records", "");
    table.row(account.captured(), "captured");
    table.row(account.inSnapshots(), "in snapshots");
    table.row(account.late(), "late");
    account.quarantined().forEach((reason, n) -> table.row(n, "quarantined: " + reason));
    table.row(account.filtered(), "filtered");
    table.row(account.sampled(), "sampled out");
    table.row(account.dropped(), "dropped");
    table.print(terminal);
  }
}
