package dev.sluice.cli.job;

import dev.sluice.cli.io.Terminal;
import dev.sluice.flink.JobConfig;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice job run}. */
@Command(
    name = "run",
    description = {
      "Read raw captures from Kafka, sanitize them, seal snapshots in a bucket.",
      "Runs in this process. Needs a tokenization key: --key-file or SLUICE_KEY."
    },
    footer = {
      "",
      "Examples:",
      "  sluice job run --brokers kafka:9092 --s3-endpoint http://s3:9000 --key-file key --policy p.yaml",
      "  sluice job run --brokers kafka:9092 --until latest --run again1 ...    a bounded backfill",
      "",
      "Bucket credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
    })
final class JobRunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private JobOptions options;
  @Mixin private FollowOptions follow;

  @Option(
      names = "--until",
      paramLabel = "latest",
      description = "End at the offsets that are the latest now.")
  private @Nullable String until;

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description = "Name of a backfill ([a-z0-9]{1,20}); it goes into the snapshot ids.")
  private @Nullable String run;

  JobRunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (until != null && !until.equals("latest")) {
      throw new ParameterException(spec.commandLine(), "--until knows only 'latest'");
    }
    return new JobRun(options, terminal, this::complete).run();
  }

  private void complete(JobConfig.Builder builder) {
    builder.untilLatest(until != null);
    follow.topic().ifPresent(builder::policyTopic);
    if (run != null) {
      builder.backfillRun(run);
    }
  }
}
