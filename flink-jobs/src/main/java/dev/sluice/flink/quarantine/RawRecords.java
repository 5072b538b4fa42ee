package dev.sluice.flink.quarantine;

import dev.sluice.model.RecordPointer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads single raw records back from Kafka. They stay in this package. */
final class RawRecords {
  private static final Duration POLL = Duration.ofMillis(200);

  private RawRecords() {}

  /** Shows each of the records that Kafka still has, in order of topic, partition and offset. */
  static void each(
      Map<String, String> kafka,
      Collection<RecordPointer> wanted,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<TopicPartition, List<Long>> offsets = new HashMap<>();
    wanted.stream()
        .sorted(Pointers.ORDER)
        .forEach(
            at ->
                offsets
                    .computeIfAbsent(
                        new TopicPartition(at.topic(), at.partition()), p -> new ArrayList<>())
                    .add(at.offset()));
    List<TopicPartition> partitions =
        offsets.keySet().stream()
            .sorted(
                java.util.Comparator.comparing(TopicPartition::topic)
                    .thenComparingInt(TopicPartition::partition))
            .collect(Collectors.toList());
    new KafkaTalk(kafka)
        .read(
            consumer -> {
              for (TopicPartition partition : partitions) {
                read(consumer, partition, offsets.getOrDefault(partition, List.of()), each);
              }
              return true;
            });
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicPartition partition,
      List<Long> offsets,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    List<TopicPartition> one = List.of(partition);
    consumer.assign(one);
    long first = consumer.beginningOffsets(one).getOrDefault(partition, 0L);
    long end = consumer.endOffsets(one).getOrDefault(partition, 0L);
    int next = 0;
    while (next < offsets.size() && offsets.get(next) < first) {
      next++;
    }
    if (next == offsets.size()) {
      return;
    }
    consumer.seek(partition, offsets.get(next));
    while (next < offsets.size() && offsets.get(next) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
        while (next < offsets.size() && offsets.get(next) < record.offset()) {
          next++;
        }
        if (next < offsets.size() && offsets.get(next) == record.offset()) {
          each.accept(record);
          next++;
        }
      }
      if (consumer.position(partition) >= end) {
        return;
      }
      skip(consumer, partition, offsets, next);
    }
  }

  /** What lies between two wanted records is not read, if it is much. */
  private static void skip(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicPartition partition,
      List<Long> offsets,
      int next) {
    if (next < offsets.size() && offsets.get(next) > consumer.position(partition) + 1_000) {
      consumer.seek(partition, offsets.get(next));
    }
  }
}
