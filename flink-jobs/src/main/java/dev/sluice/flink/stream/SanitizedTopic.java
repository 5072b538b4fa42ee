package dev.sluice.flink.stream;

import java.io.Serializable;
import java.time.Duration;

/**
 * The topic that gets every sanitized exchange.
 *
 * @param name of a topic other than those of raw captures and pointers
 * @param transactionTimeout after which Kafka takes back what a writer that is gone left open;
 *     readers of committed records wait for that
 * @param maxRecordBytes an exchange larger than this goes without its content
 */
public record SanitizedTopic(String name, Duration transactionTimeout, int maxRecordBytes)
    implements Serializable {
  /** Brokers allow 15 minutes by default ({@code transaction.max.timeout.ms}). */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

  /** Fits the {@code max.message.bytes} that topics have by default. */
  public static final int DEFAULT_MAX_BYTES = 1_000_000;

  /** What a batch and a record cost beside key, value and headers; generous. */
  static final int OVERHEAD = 1_024;

  /** A topic with the defaults. */
  public static SanitizedTopic of(String name) {
    return new SanitizedTopic(name, DEFAULT_TIMEOUT, DEFAULT_MAX_BYTES);
  }
}
