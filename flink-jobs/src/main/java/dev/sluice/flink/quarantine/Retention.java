package dev.sluice.flink.quarantine;

import dev.sluice.model.RecordPointer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** How long Kafka keeps raw records. Immutable. */
public final class Retention {
  private final Map<String, Long> millis;
  private final Map<TopicPartition, Long> first;
  private final Set<String> limitedBySize;

  private Retention(
      Map<String, Long> millis, Map<TopicPartition, Long> first, Set<String> limitedBySize) {
    this.millis = Map.copyOf(millis);
    this.first = Map.copyOf(first);
    this.limitedBySize = Set.copyOf(limitedBySize);
  }

  /** Asks Kafka about these topics; of those that are gone nothing is left. */
  public static Retention of(Map<String, String> kafka, Set<String> topics) {
    return new KafkaTalk(kafka).ask(admin -> ask(admin, topics));
  }

  private static Retention ask(Admin admin, Set<String> topics)
      throws ExecutionException, InterruptedException {
    Set<String> there = new HashSet<>(topics);
    there.retainAll(admin.listTopics().names().get());
    Map<String, Long> millis = new HashMap<>();
    Set<String> bySize = new HashSet<>();
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (String topic : there) {
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      millis.put(topic, setting(config, "retention.ms"));
      if (setting(config, "retention.bytes") >= 0) {
        bySize.add(topic);
      }
      TopicDescription description =
          admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
      if (description != null) {
        description
            .partitions()
            .forEach(
                p -> wanted.put(new TopicPartition(topic, p.partition()), OffsetSpec.earliest()));
      }
    }
    Map<TopicPartition, Long> first = new HashMap<>();
    admin.listOffsets(wanted).all().get().forEach((tp, info) -> first.put(tp, info.offset()));
    return new Retention(millis, first, bySize);
  }

  private static long setting(@Nullable Config config, String name) {
    ConfigEntry entry = config == null ? null : config.get(name);
    return entry == null || entry.value() == null ? -1 : Long.parseLong(entry.value());
  }

  /** Whether the record is no longer in Kafka. */
  public boolean isGone(RecordPointer at) {
    Long from = first.get(new TopicPartition(at.topic(), at.partition()));
    return from == null || at.offset() < from;
  }

  /** From when on Kafka may delete the record by age; empty if it never does. */
  public Optional<Instant> deletedFrom(Pointer pointer) {
    long age = millis.getOrDefault(pointer.at().topic(), -1L);
    return age < 0 ? Optional.empty() : Optional.of(pointer.observed().plusMillis(age));
  }

  /** Whether Kafka also deletes records of the topic when it grows too large, at any time. */
  public boolean isLimitedBySize(String topic) {
    return limitedBySize.contains(topic);
  }
}
