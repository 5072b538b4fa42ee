package dev.sluice.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.JobConfig;
import dev.sluice.flink.StoreOpener;
import dev.sluice.flink.stream.SanitizedTopic;
import dev.sluice.job.JobOptions;
import dev.sluice.snapshot.store.S3Config;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class SanitizedTopicOptionTest {
  @Test
  void noTopicIsWrittenUnlessItIsAskedFor() {
    assertThat(config().sanitizedTopic()).isEmpty();
  }

  @Test
  void aTopicHasDefaultsThatFitBrokersDefaults() {
    assertThat(config("--sanitized-topic", "captures.sanitized").sanitizedTopic())
        .contains(SanitizedTopic.of("captures.sanitized"));
  }

  @Test
  void itsLimitsCanBeGiven() {
    JobConfig config =
        config(
            "--sanitized-topic",
            "clean",
            "--sanitized-transaction-timeout",
            "2m",
            "--sanitized-max-bytes",
            "5000000");

    assertThat(config.sanitizedTopic())
        .contains(new SanitizedTopic("clean", Duration.ofMinutes(2), 5_000_000));
  }

  private static JobConfig config(String... args) {
    Holder holder = new Holder();
    CommandLine line = new CommandLine(holder);
    String[] all = new String[args.length + 4];
    System.arraycopy(
        new String[] {"--brokers", "127.0.0.1:1", "--s3-endpoint", "http://127.0.0.1:2"},
        0,
        all,
        0,
        4);
    System.arraycopy(args, 0, all, 4, args.length);
    line.parseArgs(all);
    StoreOpener store =
        StoreOpener.s3(new S3Config("http://127.0.0.1:2", "us-east-1", "sluice", "ak", "sk"));
    return holder.options.config(store, "checkpoints").build();
  }

  @Command
  private static final class Holder {
    @Mixin private JobOptions options;
  }
}
