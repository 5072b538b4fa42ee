package dev.sluice.flink.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All records of a topic, as consumers of either isolation see them. */
public final class Streamed {
  private Streamed() {}

  /** What is committed, up to the first open transaction. */
  public static List<ConsumerRecord<String, String>> committed(
      Map<String, String> kafka, String topic) {
    return read(kafka, topic, "read_committed");
  }

  /** Everything ever written, aborted or not. */
  public static List<ConsumerRecord<String, String>> written(
      Map<String, String> kafka, String topic) {
    return read(kafka, topic, "read_uncommitted");
  }

  /** Whether readers of committed records wait for some transaction to end. */
  public static boolean hasOpenTransactions(Map<String, String> kafka, String topic) {
    return !ends(kafka, topic, "read_committed").equals(ends(kafka, topic, "read_uncommitted"));
  }

  /** A header's text. */
  public static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  private static List<ConsumerRecord<String, String>> read(
      Map<String, String> kafka, String topic, String isolation) {
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer(kafka, isolation)) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  private static Map<TopicPartition, Long> ends(
      Map<String, String> kafka, String topic, String isolation) {
    try (KafkaConsumer<String, String> consumer = consumer(kafka, isolation)) {
      return consumer.endOffsets(partitions(consumer, topic));
    }
  }

  private static KafkaConsumer<String, String> consumer(
      Map<String, String> kafka, String isolation) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("isolation.level", isolation);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<String, String> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(p -> new TopicPartition(topic, p.partition()))
        .toList();
  }
}
