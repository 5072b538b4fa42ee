package dev.sluice.cli.cluster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice cluster}. */
@Command(
    name = "cluster",
    description = {
      "Run Kafka, S3, the catalog and a Flink cluster with the job as processes of this machine.",
      "They listen on 127.0.0.1 only and go on when the command ends."
    },
    footer = {
      "",
      "Examples (from a checkout):",
      "  deploy/local/start            build the job's jar, start everything, submit the job",
      "  sluice cluster status",
      "  sluice cluster logs jobmanager",
      "  sluice cluster stop",
      "  deploy/local/faults           break a cluster of its own and account for every record"
    },
    subcommands = {
      StartCommand.class,
      StopCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      FaultsCommand.class
    })
public final class ClusterCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
