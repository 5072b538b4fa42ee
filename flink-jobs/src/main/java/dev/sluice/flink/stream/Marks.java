package dev.sluice.flink.stream;

import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far raw partitions are written: offsets of a group that nobody joins, moved by the
 * transactions that write. Not thread-safe.
 */
final class Marks implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;

  Marks(Map<String, String> kafka, String group) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Names the group to a transaction. */
  ConsumerGroupMetadata group() {
    return consumer.groupMetadata();
  }

  /** The first offset that is not written yet; waits for transactions that are being ended. */
  long of(TopicPartition raw) throws InterruptedException {
    try {
      OffsetAndMetadata mark = consumer.committed(Set.of(raw)).get(raw);
      return mark == null ? 0 : mark.offset();
    } catch (InterruptException e) {
      throw new InterruptedException("interrupted while asking how far a partition is written");
    } catch (KafkaException e) {
      throw new SluiceException(
          "Kafka does not tell how far "
              + raw
              + " is written ("
              + e.getClass().getSimpleName()
              + "); may this user read groups that begin with sluice-?");
    }
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
  }
}
