package dev.sluice.flink.stream;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Settings of the producers of sanitized exchanges, as text. */
final class StreamSettings {
  private static final long BUFFER_BYTES = 32L << 20;

  private StreamSettings() {}

  static Properties producer(Map<String, String> kafka, SanitizedTopic topic) {
    long largest = topic.maxRecordBytes() + (long) SanitizedTopic.OVERHEAD;
    Properties settings = new Properties();
    settings.putAll(kafka);
    settings.put(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        String.valueOf(topic.transactionTimeout().toMillis()));
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(largest));
    settings.put(
        ProducerConfig.BUFFER_MEMORY_CONFIG, String.valueOf(Math.max(BUFFER_BYTES, largest)));
    settings.put(ProducerConfig.LINGER_MS_CONFIG, "10");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return settings;
  }
}
