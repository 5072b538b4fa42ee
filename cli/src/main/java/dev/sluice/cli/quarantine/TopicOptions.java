package dev.sluice.cli.quarantine;

import dev.sluice.flink.access.KafkaAccess;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where pointers to held records are. */
final class TopicOptions {
  @Option(
      names = "--brokers",
      required = true,
      paramLabel = "HOST:PORT",
      description = "Kafka's bootstrap servers.")
  private String brokers;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Properties (mode 0600) with security.*, ssl.* and sasl.* of Kafka clients.")
  private @Nullable Path kafkaConfig;

  @Option(
      names = "--quarantine-topic",
      paramLabel = "NAME",
      defaultValue = "captures.quarantine",
      description = "Pointers to what was held back; default: ${DEFAULT-VALUE}.")
  private String topic;

  Map<String, String> kafka() {
    return kafkaConfig == null ? KafkaAccess.open(brokers) : KafkaAccess.of(brokers, kafkaConfig);
  }

  String topic() {
    return topic;
  }
}
