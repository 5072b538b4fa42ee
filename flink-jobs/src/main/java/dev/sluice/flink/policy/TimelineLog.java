package dev.sluice.flink.policy;

import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the control topic into a {@link Timeline}, from its first record on. Not thread-safe. */
final class TimelineLog implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private final Timeline timeline;

  TimelineLog(Map<String, String> kafka, String topic, Timeline timeline) {
    this.timeline = timeline;
    this.partition = new TopicPartition(topic, 0);
    Map<String, Object> settings = new java.util.HashMap<>(kafka);
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "none");
    settings.put("allow.auto.create.topics", "false");
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
  }

  /**
   * Reads what was appended before the call began.
   *
   * @return what became of each new record
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  List<Timeline.Step> readToEnd() {
    List<Timeline.Step> steps = new ArrayList<>();
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        steps.add(step(record));
      }
    }
    return steps;
  }

  private Timeline.Step step(ConsumerRecord<byte[], byte[]> record) {
    if (record.timestampType() != TimestampType.LOG_APPEND_TIME) {
      throw new SluiceException(
          "topic "
              + partition.topic()
              + " is not stamped by the broker; set message.timestamp.type=LogAppendTime");
    }
    byte[] value = record.value() == null ? new byte[0] : record.value();
    return timeline.accept(value, record.timestamp());
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}
