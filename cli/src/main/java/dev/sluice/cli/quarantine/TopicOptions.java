package dev.sluice.cli.quarantine;

import dev.sluice.job.KafkaOptions;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** Where pointers to held records are, and how Kafka is reached. */
final class TopicOptions {
  @Mixin private KafkaOptions kafka;
  @Mixin private PointerTopic topic;

  Map<String, String> kafka() {
    return kafka.settings();
  }

  String topic() {
    return topic.name();
  }
}
