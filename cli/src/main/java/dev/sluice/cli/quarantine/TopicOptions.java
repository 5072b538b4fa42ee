package dev.sluice.cli.quarantine;

import java.util.Map;
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
      names = "--quarantine-topic",
      paramLabel = "NAME",
      defaultValue = "captures.quarantine",
      description = "Pointers to what was held back; default: ${DEFAULT-VALUE}.")
  private String topic;

  Map<String, String> kafka() {
    return Map.of("bootstrap.servers", brokers);
  }

  String topic() {
    return topic;
  }
}
