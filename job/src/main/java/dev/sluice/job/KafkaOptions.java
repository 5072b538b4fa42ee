package dev.sluice.job;

import dev.sluice.flink.access.KafkaAccess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command reaches Kafka. */
public final class KafkaOptions {
  @Option(
      names = "--brokers",
      required = true,
      paramLabel = "HOST:PORT",
      description = "Kafka's bootstrap servers.")
  private String brokers;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description =
          "Properties (mode 0600) with security.*, ssl.* and sasl.* of Kafka clients; a job reads"
              + " it at this path in each process.")
  private @Nullable Path config;

  /** The bootstrap servers. */
  public String brokers() {
    return brokers;
  }

  /** The file of secrets, if one was named. */
  public Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  /** Settings of Kafka clients; they refer to the file and do not hold what is in it. */
  public Map<String, String> settings() {
    return config == null ? KafkaAccess.open(brokers) : KafkaAccess.of(brokers, config);
  }
}
