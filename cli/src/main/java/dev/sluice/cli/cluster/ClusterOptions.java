package dev.sluice.cli.cluster;

import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.stack.WorkDir;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which cluster a command is about. */
final class ClusterOptions {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = ".sluice/cluster",
      description = "Folder for data, logs and keys; default: ${DEFAULT-VALUE}.")
  private Path dir;

  @Option(
      names = "--task-managers",
      paramLabel = "N",
      defaultValue = "2",
      description = "Task managers, each with two slots; default: ${DEFAULT-VALUE}.")
  private int taskManagers;

  LocalCluster cluster(Terminal terminal) {
    WorkDir work = WorkDir.at(dir);
    LocalCluster cluster =
        new LocalCluster(
            work, Ports.USUAL, ClassPaths.ofThisProcess(), taskManagers, terminal::note);
    return PostgresPart.isIn(work) ? cluster.with(postgres(work)) : cluster;
  }

  /** The server of a cluster that begins with one. */
  LocalCluster clusterWithPostgres(Terminal terminal) {
    return cluster(terminal).with(postgres(WorkDir.at(dir)));
  }

  private static PostgresPart postgres(WorkDir dir) {
    return PostgresPart.find(dir, Ports.USUAL)
        .orElseThrow(
            () ->
                new SluiceException(
                    "there is no PostgreSQL on this machine; install it (Debian: postgresql), or"
                        + " start without --postgresql in another --dir"));
  }
}
