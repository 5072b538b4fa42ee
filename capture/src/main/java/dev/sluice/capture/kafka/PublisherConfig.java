package dev.sluice.capture.kafka;

import java.time.Duration;
import java.util.Map;

/**
 * Where and how captures are published.
 *
 * @param bootstrapServers Kafka's {@code host:port,…}
 * @param topic the topic of raw captures
 * @param maxQueuedBytes bound of the memory that waiting captures may hold; above it they are
 *     dropped and counted
 * @param maxRecordBytes largest record that is sent; larger ones are dropped and counted. The
 *     topic's {@code max.message.bytes} has to allow it
 * @param closeTimeout how long {@link CapturePublisher#close} waits for what is still queued
 * @param producerSettings further producer settings (security, for instance); they win
 */
public record PublisherConfig(
    String bootstrapServers,
    String topic,
    long maxQueuedBytes,
    int maxRecordBytes,
    Duration closeTimeout,
    Map<String, String> producerSettings) {
  public static final long DEFAULT_QUEUED_BYTES = 64L << 20;
  public static final int DEFAULT_RECORD_BYTES = 16 << 20;

  public PublisherConfig {
    producerSettings = Map.copyOf(producerSettings);
  }

  /** 64 MiB of queue, records up to 16 MiB, five seconds to close. */
  public static PublisherConfig of(String bootstrapServers, String topic) {
    return new PublisherConfig(
        bootstrapServers,
        topic,
        DEFAULT_QUEUED_BYTES,
        DEFAULT_RECORD_BYTES,
        Duration.ofSeconds(5),
        Map.of());
  }
}
