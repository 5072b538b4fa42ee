package dev.sluice.cli.cluster;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice cluster status}. */
@Command(
    name = "status",
    description = "Tell which processes run and how the job is; exit code 1 if one is missing.")
final class StatusCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ClusterOptions options;
  @Mixin private JsonOption json;

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * How a cluster is.
   *
   * @param jobs state by id
   */
  record Status(List<Part> parts, Map<String, String> jobs) {}

  /**
   * One process.
   *
   * @param pid -1 if it does not run
   */
  record Part(String name, boolean running, long pid) {}

  @Override
  public Integer call() {
    LocalCluster cluster = options.cluster(terminal);
    List<Part> parts = new ArrayList<>();
    for (String name : cluster.names()) {
      long pid = cluster.daemon(name).process().map(ProcessHandle::pid).orElse(-1L);
      parts.add(new Part(name, pid >= 0, pid));
    }
    Status status = new Status(parts, new FlinkRest(cluster.ports()).jobs());
    if (json.isSet()) {
      Json.print(terminal, status);
    } else {
      print(status);
    }
    return parts.stream().allMatch(Part::running) ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private void print(Status status) {
    for (Part part : status.parts()) {
      terminal.print(
          String.format(
              "%-16s %s", part.name(), part.running() ? "running, pid " + part.pid() : "down"));
    }
    status.jobs().forEach((id, state) -> terminal.print("job " + id + " " + state));
  }
}
