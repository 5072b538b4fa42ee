package dev.sluice.flink.stream;

import java.io.Serializable;
import java.time.Duration;

/**
 * The topic that gets every sanitized exchange.
 *
 * @param name of a topic other than those of raw captures and pointers
 * @param transactionTimeout how long brokers keep what is written and not committed yet; a recovery
 *     that takes longer cannot commit it any more
 * @param maxRecordBytes an exchange larger than this goes without its content
 */
public record SanitizedTopic(String name, Duration transactionTimeout, int maxRecordBytes)
    implements Serializable {
  /** The most that brokers allow by default ({@code transaction.max.timeout.ms}). */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(15);

  /** Fits the {@code max.message.bytes} that topics have by default. */
  public static final int DEFAULT_MAX_BYTES = 1_000_000;

  /** What a batch and a record cost beside key, value and headers; generous. */
  static final int OVERHEAD = 1_024;

  /** A topic with the defaults. */
  public static SanitizedTopic of(String name) {
    return new SanitizedTopic(name, DEFAULT_TIMEOUT, DEFAULT_MAX_BYTES);
  }

  /**
   * What all transactional ids of a run begin with. The same after every restart, another for
   * another run: whoever starts fences off what an earlier start of the same run left open.
   */
  static String transactions(String run, String raw, String name) {
    return "sluice-" + run + "-" + raw + "-" + name;
  }
}
