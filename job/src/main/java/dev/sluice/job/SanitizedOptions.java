package dev.sluice.job;

import dev.sluice.flink.stream.SanitizedTopic;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether sanitized exchanges go to a topic too, and how. */
public final class SanitizedOptions {
  @Option(
      names = "--sanitized-topic",
      paramLabel = "NAME",
      description =
          "Write each sanitized exchange to this topic too, exactly once for read_committed readers;"
              + " default: none.")
  private @Nullable String name;

  @Option(
      names = "--sanitized-transaction-timeout",
      paramLabel = "TIME",
      defaultValue = "5m",
      converter = DurationText.class,
      description =
          "After which Kafka takes back what a job that is gone left open; default:"
              + " ${DEFAULT-VALUE}.")
  private Duration transactionTimeout;

  @Option(
      names = "--sanitized-max-bytes",
      paramLabel = "N",
      defaultValue = "" + SanitizedTopic.DEFAULT_MAX_BYTES,
      description =
          "A larger exchange goes to the topic without its content; default: ${DEFAULT-VALUE}.")
  private int maxBytes;

  /** The topic, if one was named. */
  Optional<SanitizedTopic> topic() {
    return Optional.ofNullable(name)
        .map(topic -> new SanitizedTopic(topic, transactionTimeout, maxBytes));
  }
}
