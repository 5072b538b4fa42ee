package dev.sluice.flink.stream;

import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What is written of one raw partition. Each transaction also moves the partition's mark, so that
 * both are there or neither is: what comes again after a failure is known by its offset and left
 * out. Not thread-safe.
 */
final class Lane {
  private final TopicPartition raw;
  private final ConsumerGroupMetadata group;
  private final KafkaProducer<byte[], byte[]> producer;
  private long next;
  private boolean open;
  private boolean failed;

  private Lane(
      TopicPartition raw, ConsumerGroupMetadata group, KafkaProducer<byte[], byte[]> producer) {
    this.raw = raw;
    this.group = group;
    this.producer = producer;
  }

  /** Ends whatever was begun for the partition before, then looks how far it got. */
  static Lane open(TopicPartition raw, StreamNames names, Properties settings, Marks marks)
      throws InterruptedException {
    Properties own = new Properties();
    own.putAll(settings);
    own.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, names.transactionalId(raw.partition()));
    Lane lane =
        new Lane(
            raw,
            marks.group(),
            new KafkaProducer<>(own, new ByteArraySerializer(), new ByteArraySerializer()));
    try {
      lane.call(lane.producer::initTransactions);
      lane.next = marks.of(raw);
      return lane;
    } catch (InterruptedException | RuntimeException e) {
      lane.close();
      throw e;
    }
  }

  /** Whether the exchange of that offset is written already. */
  boolean has(long offset) {
    return offset < next;
  }

  /** Writes what was made of the raw record at that offset; offsets come in order. */
  void write(long offset, ProducerRecord<byte[], byte[]> record) throws InterruptedException {
    if (!open) {
      call(producer::beginTransaction);
      open = true;
    }
    call(() -> producer.send(record));
    next = offset + 1;
  }

  /** Makes all that was written visible, and the mark with it. */
  void commit() throws InterruptedException {
    if (open) {
      call(() -> producer.sendOffsetsToTransaction(mark(), group));
      call(producer::commitTransaction);
      open = false;
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> mark() {
    return Map.of(raw, new OffsetAndMetadata(next));
  }

  /**
   * What is not committed is taken back, so that readers need not wait for its timeout. Never
   * throws: an exception from here would end the whole process.
   */
  void close() {
    if (open && !failed) {
      attempt(producer::abortTransaction);
    }
    attempt(() -> producer.close(Duration.ZERO));
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (KafkaException | IllegalStateException e) {
      // Whoever opens the lane next takes back what is left, or Kafka does after a while.
    }
  }

  /** After a call that failed, nobody knows what Kafka has; only a new lane can tell. */
  private void call(Runnable work) throws InterruptedException {
    failed = true;
    try {
      work.run();
      failed = false;
    } catch (InterruptException e) {
      throw new InterruptedException("interrupted while writing sanitized exchanges");
    } catch (KafkaException e) {
      throw new SluiceException(
          "Kafka does not take the sanitized exchanges of "
              + raw
              + " ("
              + e.getClass().getSimpleName()
              + "); they are written again after a restart");
    }
  }
}
