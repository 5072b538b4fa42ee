package dev.sluice.cli.cluster;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.stack.EmbeddedS3;
import dev.sluice.cli.stack.Stack;
import dev.sluice.cli.stack.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice cluster start}. */
@Command(
    name = "start",
    description = {
      "Start what does not run yet, then submit the job unless one runs.",
      "The folder is made on first use, with a tokenization key and a publisher's key in it."
    })
final class StartCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ClusterOptions options;

  @Option(
      names = "--job-jar",
      paramLabel = "FILE",
      description = "The job's jar; without it no job is submitted.")
  private @Nullable Path jobJar;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy that governs until the first one is published.")
  private @Nullable Path policy;

  @Option(
      names = "--postgresql",
      description = {
        "Keep the catalog's index in a PostgreSQL server of the cluster's own, from the programs",
        "installed here, instead of a file. A cluster that began so goes on so."
      })
  private boolean postgres;

  StartCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    LocalCluster cluster =
        postgres ? options.clusterWithPostgres(terminal) : options.cluster(terminal);
    cluster.start();
    Path jar = jobJar;
    if (jar != null && cluster.runningJobs().isEmpty()) {
      cluster.submit(jar, jobOptions());
    }
    tell(cluster);
    return ExitCode.OK;
  }

  private List<String> jobOptions() {
    List<String> more = new ArrayList<>();
    if (policy != null) {
      more.addAll(List.of("--policy", policy.toAbsolutePath().toString()));
    }
    return more;
  }

  private void tell(LocalCluster cluster) {
    Ports ports = cluster.ports();
    terminal.print(
        "kafka    " + ports.brokers() + "  topics " + Topics.RAW + ", " + Topics.POLICIES);
    terminal.print(
        "s3       "
            + ports.s3Endpoint()
            + "  bucket "
            + Stack.BUCKET
            + "  credentials "
            + EmbeddedS3.ACCESS_KEY
            + " / "
            + EmbeddedS3.SECRET_KEY);
    terminal.print("flink    " + ports.restUrl());
    terminal.print("catalog  " + ports.catalogUrl());
    terminal.print("publish policies with " + cluster.dir().publisherKey());
  }
}
