package dev.sluice.flink.source;

import dev.sluice.model.SluiceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Finds offsets that Kafka does not have, before a run starts. */
public final class RangeCheck {
  private RangeCheck() {}

  /**
   * @return true
   * @throws SluiceException naming the partition whose named offsets are not there
   */
  public static boolean check(Admin admin, String topic, ReadRange range)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    range
        .from()
        .offsets()
        .keySet()
        .forEach(p -> asked.put(new TopicPartition(topic, p), OffsetSpec.earliest()));
    if (asked.isEmpty()) {
      return true;
    }
    int partitions =
        admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
            .mapToInt(description -> description.partitions().size())
            .sum();
    for (TopicPartition p : asked.keySet()) {
      if (p.partition() >= partitions) {
        throw new SluiceException(topic + " has no partition " + p.partition());
      }
    }
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> e :
        admin.listOffsets(asked).all().get().entrySet()) {
      long wanted = range.from().offsets().getOrDefault(e.getKey().partition(), 0L);
      if (wanted < e.getValue().offset()) {
        throw new SluiceException(
            e.getKey()
                + " begins at offset "
                + e.getValue().offset()
                + ": what stood at "
                + wanted
                + " is gone; begin there");
      }
    }
    return true;
  }
}
