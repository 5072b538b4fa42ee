package dev.sluice.cli.cluster;

import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.stack.WorkDir;
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
      description = "Task managers, each with one slot; default: ${DEFAULT-VALUE}.")
  private int taskManagers;

  LocalCluster cluster(Terminal terminal) {
    return new LocalCluster(
        WorkDir.at(dir), Ports.USUAL, ClassPaths.ofThisProcess(), taskManagers, terminal::note);
  }
}
