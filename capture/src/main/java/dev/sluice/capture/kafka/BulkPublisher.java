package dev.sluice.capture.kafka;

import dev.sluice.capture.Decoders;
import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.model.Capture;
import dev.sluice.model.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes captures that nobody waits for: it waits for Kafka where {@link CapturePublisher}
 * drops, and fails instead of losing one. Thread-safe.
 */
public final class BulkPublisher implements AutoCloseable {
  private static final byte[] FORMAT = Decoders.SLUICE_JSON.getBytes(StandardCharsets.US_ASCII);

  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicLong published = new AtomicLong();
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

  private BulkPublisher(PublisherConfig config, KafkaProducer<byte[], byte[]> producer) {
    this.topic = config.topic();
    this.producer = producer;
  }

  /** Prepares; the first {@link #publish} connects. */
  public static BulkPublisher open(PublisherConfig config) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, config.maxQueuedBytes());
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, config.maxRecordBytes());
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 60_000L);
    settings.putAll(config.producerSettings());
    return new BulkPublisher(
        config,
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  /** Queues one capture; waits while the queue is full. */
  public void publish(Capture capture) {
    check();
    RecordHeaders headers = new RecordHeaders();
    headers.add(Decoders.FORMAT_HEADER, FORMAT);
    byte[] value = CanonicalWriter.write(capture.raw());
    try {
      producer.send(
          new ProducerRecord<>(topic, null, null, null, value, headers),
          (meta, e) -> {
            if (e == null) {
              published.incrementAndGet();
            } else {
              failure.compareAndSet(null, e.getClass().getSimpleName());
            }
          });
    } catch (org.apache.kafka.common.KafkaException e) {
      throw failed(e.getClass().getSimpleName());
    }
  }

  /** Waits until Kafka has everything. */
  public void flush() {
    producer.flush();
    check();
  }

  private void check() {
    String what = failure.get();
    if (what != null) {
      throw failed(what);
    }
  }

  private SluiceException failed(String errorClass) {
    return new SluiceException(
        "Kafka did not take a capture for topic " + topic + " (" + errorClass + ")");
  }

  /** Captures Kafka has acknowledged. */
  public long published() {
    return published.get();
  }

  @Override
  public void close() {
    producer.close();
  }
}
