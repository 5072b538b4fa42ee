package dev.sluice.flink.policy;

import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topic beside a control topic on which jobs report what shadows would have done. */
public final class ShadowTopic {
  /** Of rule ids and verdicts; anything else is no report of ours. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_. -]{1,100}");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private ShadowTopic() {}

  /** Its name. */
  public static String of(String controlTopic) {
    return controlTopic + ".shadow";
  }

  /**
   * Sums over all readers, by the number of the shadow's entry.
   *
   * @throws SluiceException if there is no such topic or Kafka does not answer
   */
  public static SortedMap<Long, ShadowCounts> read(Map<String, String> kafka, String controlTopic) {
    TopicPartition partition = new TopicPartition(of(controlTopic), 0);
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("allow.auto.create.topics", "false");
    settings.put("enable.auto.commit", "false");
    settings.put("default.api.timeout.ms", String.valueOf(PATIENCE.toMillis()));
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      return sums(newest(consumer, partition));
    } catch (KafkaException e) {
      throw new SluiceException(
          "the topic " + partition.topic() + " cannot be read; sluice policy init creates it");
    }
  }

  private static Map<String, ShadowCounts> newest(
      KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
    Map<String, ShadowCounts> newest = new TreeMap<>();
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
        take(record, newest);
      }
    }
    return newest;
  }

  private static void take(
      ConsumerRecord<String, byte[]> record, Map<String, ShadowCounts> newest) {
    if (record.key() == null || record.value() == null) {
      return;
    }
    try {
      ShadowCounts counts = SluiceJson.read(record.value(), ShadowCounts.class);
      if (isOurs(counts)) {
        newest.put(record.key(), counts);
      }
    } catch (SluiceException | NullPointerException e) {
      // Whoever else writes here only spoils the report.
    }
  }

  private static boolean isOurs(ShadowCounts counts) {
    return counts.rules().keySet().stream().allMatch(name -> NAME.matcher(name).matches())
        && counts.verdicts().keySet().stream().allMatch(name -> NAME.matcher(name).matches());
  }

  private static SortedMap<Long, ShadowCounts> sums(Map<String, ShadowCounts> newest) {
    TreeMap<Long, ShadowCounts> sums = new TreeMap<>();
    newest.values().forEach(c -> sums.merge(c.number(), c, ShadowCounts::plus));
    return sums;
  }
}
