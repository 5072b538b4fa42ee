package dev.sluice.cli.job;

import dev.sluice.cli.io.Terminal;
import dev.sluice.job.JobOptions;
import dev.sluice.job.LiveOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
      "Bucket credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,",
      "or a profile of the file AWS_SHARED_CREDENTIALS_FILE."
    })
final class JobRunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private JobOptions options;
  @Mixin private LiveOptions live;
  @Mixin private OutputOptions output;

  JobRunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return new JobRun(options, output, terminal, live::complete).run();
  }
}
