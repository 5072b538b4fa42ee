package dev.sluice.flink.policy;

import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Counts of shadows on a topic of their own: each reader writes its sums so far under a key of its
 * own. A report, not an account: a job that starts anew counts the records since its last
 * checkpoint again.
 */
public final class ShadowReports implements AutoCloseable {
  private static final long EVERY_MILLIS = 2_000;

  private final Map<String, String> kafka;
  private final String topic;
  private final String reader = UUID.randomUUID().toString();
  private @Nullable KafkaProducer<String, byte[]> producer;
  private ShadowCounts sent = ShadowCounts.none(0);
  private long sentAt;

  ShadowReports(Map<String, String> kafka, PolicyTopic control) {
    this.kafka = kafka;
    this.topic = topicOf(control.topic());
  }

  /** Name of the topic that goes with a control topic. */
  public static String topicOf(String controlTopic) {
    return controlTopic + ".shadow";
  }

  /** Sends the counts if there is news and some time has passed; never waits. */
  void offer(ShadowCounts counts, boolean now) {
    long clock = System.nanoTime() / 1_000_000;
    if (counts.equals(sent) || (!now && clock - sentAt < EVERY_MILLIS)) {
      return;
    }
    sent = counts;
    sentAt = clock;
    String key = "%08d/%s".formatted(counts.number(), reader);
    try {
      producer().send(new ProducerRecord<>(topic, 0, key, SluiceJson.bytes(counts)));
    } catch (KafkaException e) {
      // The next report holds what this one had.
    }
  }

  private KafkaProducer<String, byte[]> producer() {
    KafkaProducer<String, byte[]> open = producer;
    if (open == null) {
      Map<String, Object> settings = new HashMap<>(kafka);
      // The stream must not stand still for a report.
      settings.put("max.block.ms", "200");
      open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  /** Sums of all readers, by the number of the shadow's entry. */
  public static Map<Long, ShadowCounts> read(Map<String, String> kafka, String controlTopic) {
    Map<String, ShadowCounts> newest = new TreeMap<>();
    TopicPartition partition = new TopicPartition(topicOf(controlTopic), 0);
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("allow.auto.create.topics", "false");
    settings.put("enable.auto.commit", "false");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(100))) {
          take(r, newest);
        }
      }
    } catch (KafkaException e) {
      throw new SluiceException(
          "the topic " + partition.topic() + " cannot be read; `sluice policy init` creates it");
    }
    Map<Long, ShadowCounts> sums = new TreeMap<>();
    newest.values().forEach(c -> sums.merge(c.number(), c, ShadowCounts::plus));
    return sums;
  }

  private static void take(ConsumerRecord<String, byte[]> r, Map<String, ShadowCounts> newest) {
    try {
      if (r.key() != null && r.value() != null) {
        newest.put(r.key(), SluiceJson.read(r.value(), ShadowCounts.class));
      }
    } catch (SluiceException | NullPointerException e) {
      // Not ours.
    }
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(2));
    }
  }
}
