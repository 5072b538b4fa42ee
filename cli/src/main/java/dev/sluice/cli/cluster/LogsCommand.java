package dev.sluice.cli.cluster;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice cluster logs}. */
@Command(name = "logs", description = "Show the last lines that a process of the cluster logged.")
final class LogsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ClusterOptions options;

  @Parameters(
      paramLabel = "NAME",
      description = "kafka, s3, catalog, jobmanager, taskmanager-1, taskmanager-2 …")
  private String name;

  @Option(
      names = "--lines",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many; default: ${DEFAULT-VALUE}.")
  private int lines;

  LogsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    LocalCluster cluster = options.cluster(terminal);
    if (!cluster.names().contains(name)) {
      throw new SluiceException("no process is called " + name + "; there are " + cluster.names());
    }
    Path log = cluster.daemon(name).log();
    try {
      List<String> all = Files.exists(log) ? Files.readAllLines(log) : List.of();
      all.subList(Math.max(0, all.size() - lines), all.size()).forEach(terminal::print);
    } catch (IOException e) {
      throw new SluiceException("cannot read " + log);
    }
    return ExitCode.OK;
  }
}
