package dev.sluice.cli.snapshots;

import dev.sluice.catalog.client.CatalogClient;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.CatalogOptions;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.snapshot.read.Problem;
import dev.sluice.snapshot.read.SnapshotReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice snapshots verify}: checksums of all parts, and the content digest. */
@Command(
    name = "verify",
    description = "Check every part's checksum and the content digest of a snapshot.",
    footer = {
      "",
      "Examples:",
      "  sluice snapshots verify ./snap",
      "  sluice snapshots verify checkout@latest",
      "",
      "Exit codes: 0 all is as sealed, 1 something differs."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private CatalogOptions catalog;
  @Mixin private JsonOption json;

  @Option(names = "--any-status", description = "Names may mean snapshots that nobody approved.")
  private boolean anyStatus;

  @Parameters(
      paramLabel = "NAME",
      description = "ID, service@latest, service@LABEL, service@TIME, or ./DIR.")
  private String name;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The result for one snapshot. */
  record Checked(String id, long exchanges, String manifestDigest, List<Problem> problems) {}

  @Override
  public Integer call() throws IOException {
    List<Checked> checked = new ArrayList<>();
    if (SnapshotNames.isFolder(name)) {
      SnapshotNames.folders(name).forEach(f -> checked.add(check(f)));
    } else {
      checked.add(checkRemote());
    }
    report(checked);
    boolean sound = checked.stream().allMatch(c -> c.problems().isEmpty());
    return sound ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private static Checked check(Path folder) {
    SnapshotReader reader = SnapshotReader.open(folder);
    return new Checked(
        reader.manifest().snapshotId(),
        reader.manifest().exchanges(),
        reader.manifestDigest(),
        reader.verify());
  }

  private Checked checkRemote() throws IOException {
    CatalogClient client = catalog.client();
    String id = new SnapshotNames(catalog, anyStatus).id(client, name);
    Path dir = Files.createTempDirectory("sluice-verify");
    try {
      new Download(client, terminal).fetch(id, dir);
      return check(dir);
    } finally {
      Folders.delete(dir);
    }
  }

  private void report(List<Checked> checked) {
    if (json.isSet()) {
      Json.print(terminal, checked);
      return;
    }
    for (Checked c : checked) {
      terminal.print(
          (c.problems().isEmpty() ? "ok      " : "BROKEN  ")
              + c.id()
              + "  "
              + c.exchanges()
              + " exchanges");
      c.problems().forEach(p -> terminal.print("  " + p));
    }
  }
}
