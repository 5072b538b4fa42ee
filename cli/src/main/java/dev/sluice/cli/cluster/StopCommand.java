package dev.sluice.cli.cluster;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice cluster stop}. */
@Command(name = "stop", description = "Stop all processes of the cluster; its data stays.")
final class StopCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ClusterOptions options;

  StopCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    LocalCluster cluster = options.cluster(terminal);
    cluster.stop();
    terminal.note("stopped; data stays in " + cluster.dir().root());
    return ExitCode.OK;
  }
}
