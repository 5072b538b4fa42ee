package dev.sluice.cli.cluster;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.stack.WorkDir;
import dev.sluice.model.SluiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice cluster faults}. */
@Command(
    name = "faults",
    description = {
      "Break a cluster of its own in one way after the other while traffic flows, then account for",
      "every record and look for planted secrets in all that was written. Exit code 1 unless nothing",
      "is lost, duplicated, different or leaked. The cluster is made for it and removed afterwards."
    })
final class FaultsCommand implements Callable<Integer> {
  private static final Duration QUIET = Duration.ofSeconds(15);

  private final Terminal terminal;

  @Mixin private JsonOption json;

  @Option(names = "--job-jar", paramLabel = "FILE", required = true, description = "The job's jar.")
  private Path jobJar;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description =
          "Only these, in this order: tm-kill, tm-pause, broker-kill, s3-kill-upload, s3-kill-commit,"
              + " s3-500, s3-503, s3-timeout, s3-slow, catalog-kill, postgres-kill, disk-full, jm-kill,"
              + " ha-loss, poison, disorder, hot-service, rescale, old-savepoint.")
  private List<String> only = List.of();

  @Option(names = "--keep", description = "Keep the cluster's folder; it holds made-up traffic.")
  private boolean keep;

  FaultsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Fault> faults =
        only.isEmpty() ? Arrays.asList(Fault.values()) : only.stream().map(Fault::of).toList();
    if (!Files.isRegularFile(jobJar)) {
      throw new SluiceException("there is no file " + jobJar);
    }
    FaultReport report = run(faults);
    if (json.isSet()) {
      Json.print(terminal, report);
    } else {
      report.print(terminal);
    }
    return report.clean() ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private List<Fault> possible(List<Fault> faults, LocalCluster cluster) {
    if (cluster.hasPostgres() || !faults.contains(Fault.POSTGRES_KILL)) {
      return faults;
    }
    terminal.note("postgres-kill is skipped: there is no PostgreSQL on this machine");
    return faults.stream().filter(f -> f != Fault.POSTGRES_KILL).toList();
  }

  private FaultReport run(List<Fault> faults) {
    WorkDir dir = WorkDir.temporary();
    Ports ports = Ports.free();
    LocalCluster cluster =
        new LocalCluster(dir, ports, ClassPaths.ofThisProcess(), 2, terminal::note);
    PostgresPart.find(dir, ports).ifPresent(cluster::with);
    Thread stop = new Thread(cluster::stop, "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      cluster.start();
      return new FaultRun(cluster, jobJar, QUIET, terminal::note).run(possible(faults, cluster));
    } finally {
      cluster.stop();
      Runtime.getRuntime().removeShutdownHook(stop);
      if (keep) {
        terminal.note("logs and data stay in " + dir.root());
      } else {
        dir.delete();
      }
    }
  }
}
