package dev.sluice.cli.job;

import dev.sluice.cli.io.Terminal;
import dev.sluice.flink.JobConfig;
import dev.sluice.flink.source.ReadRange;
import dev.sluice.flink.source.ReadRange.Bound;
import dev.sluice.job.JobOptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice job backfill}. */
@Command(
    name = "backfill",
    description = {
      "Read a range of captures again under other rules, into snapshots of its own (…-b<run>-r1).",
      "The live job goes on beside it, untouched. One policy governs the whole range."
    },
    footer = {
      "",
      "Examples:",
      "  sluice job backfill --run strict1 --from 2026-11-22T12:00:00Z --to 2026-11-22T13:00:00Z"
          + " --brokers kafka:9092 --s3-endpoint http://s3:9000 --key-file key --policy strict.yaml",
      "  sluice job backfill --run again2 --from 0:1200,1:900 ...    by partition and offset",
      "",
      "Bucket credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,",
      "or a profile of the file AWS_SHARED_CREDENTIALS_FILE."
    })
final class BackfillCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private JobOptions options;
  @Mixin private OutputOptions output;

  @Option(
      names = "--run",
      required = true,
      paramLabel = "NAME",
      description = "A new name ([a-z0-9]{1,20}); it goes into the snapshot ids.")
  private String run;

  @Option(
      names = "--from",
      paramLabel = "TIME|P:OFFSET,…",
      description = "First record to read, by Kafka's timestamp or offsets; default: the oldest.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME|P:OFFSET,…",
      description = "First record not to read; default: what comes from now on.")
  private @Nullable String to;

  BackfillCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ReadRange range = new ReadRange(bound(from), bound(to));
    return new JobRun(options, output, terminal, b -> complete(b, range)).run();
  }

  private void complete(JobConfig.Builder builder, ReadRange range) {
    builder.backfillRun(run).range(range).newRun(true);
  }

  private static Bound bound(@Nullable String text) {
    return text == null ? Bound.OPEN : Bound.parse(text);
  }
}
