package dev.sluice.flink.quarantine;

import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * All pointers of a quarantine topic, the newest of each record, by topic, partition and offset.
 *
 * @param unreadable messages on the topic that are no pointers
 */
public record Pointers(List<Pointer> all, long unreadable) {
  static final Comparator<RecordPointer> ORDER =
      Comparator.comparing(RecordPointer::topic)
          .thenComparingInt(RecordPointer::partition)
          .thenComparingLong(RecordPointer::offset);

  private static final Duration POLL = Duration.ofMillis(200);

  public Pointers {
    all = List.copyOf(all);
  }

  /**
   * Reads what stands on the topic now.
   *
   * @param kafka settings of Kafka clients
   * @param run a backfill's name; empty for the live run
   * @throws SluiceException if Kafka does not answer or has no such topic
   */
  public static Pointers read(Map<String, String> kafka, String topic, String run) {
    return new KafkaTalk(kafka).read(consumer -> read(consumer, topic, run));
  }

  private static Pointers read(KafkaConsumer<byte[], byte[]> consumer, String topic, String run) {
    List<PartitionInfo> infos = consumer.partitionsFor(topic);
    if (infos == null || infos.isEmpty()) {
      throw new SluiceException("Kafka has no topic " + topic + "; check the topic's name");
    }
    List<TopicPartition> partitions =
        infos.stream().map(i -> new TopicPartition(topic, i.partition())).toList();
    TreeMap<RecordPointer, Pointer> newest = new TreeMap<>(ORDER);
    long unreadable = 0;
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        unreadable += take(record.value(), run, newest) ? 0 : 1;
      }
    }
    return new Pointers(List.copyOf(newest.values()), unreadable);
  }

  private static boolean take(byte[] value, String run, TreeMap<RecordPointer, Pointer> newest) {
    if (value == null) {
      return true;
    }
    return Pointer.parse(value)
        .map(
            pointer -> {
              if (pointer.run().equals(run)) {
                newest.put(pointer.at(), pointer);
              }
              return true;
            })
        .orElse(false);
  }
}
