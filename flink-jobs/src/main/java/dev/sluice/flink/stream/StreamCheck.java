package dev.sluice.flink.stream;

import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidTxnTimeoutException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Finds what would keep sanitized exchanges out of their topic, before a run starts. */
public final class StreamCheck {
  private static final String MAX_BYTES = "max.message.bytes";
  private static final String BLOCK_MILLIS = "8000";

  private final SanitizedTopic topic;

  public StreamCheck(SanitizedTopic topic) {
    this.topic = topic;
  }

  /**
   * Looks at the numbers alone.
   *
   * @param raw topic of raw captures
   * @param quarantine topic of pointers
   * @throws SluiceException with one line that says what to change
   */
  public void settings(String raw, String quarantine, Duration checkpointInterval) {
    if (topic.name().equals(raw) || topic.name().equals(quarantine)) {
      throw new SluiceException(
          "sanitized exchanges need a topic of their own; " + topic.name() + " has another use");
    }
    Duration least = checkpointInterval.multipliedBy(2);
    if (topic.transactionTimeout().compareTo(least) < 0) {
      throw new SluiceException(
          "transactions of "
              + seconds(topic.transactionTimeout())
              + " would end before checkpoints do; give --sanitized-transaction-timeout at least "
              + seconds(least));
    }
    if (topic.maxRecordBytes() < 1_000 || topic.maxRecordBytes() > 1 << 30) {
      throw new SluiceException("--sanitized-max-bytes must be from 1000 to 1073741824");
    }
  }

  /**
   * Asks whether the topic takes records of the size that was promised.
   *
   * @return true
   * @throws SluiceException with one line that says what to change
   */
  public boolean size(Admin admin) throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
    ConfigEntry entry = config == null ? null : config.get(MAX_BYTES);
    long allowed =
        entry == null || entry.value() == null ? Long.MAX_VALUE : Long.parseLong(entry.value());
    if (allowed < topic.maxRecordBytes() + (long) SanitizedTopic.OVERHEAD) {
      throw new SluiceException(
          "topic "
              + topic.name()
              + " takes records of "
              + allowed
              + " bytes; raise its max.message.bytes, or give --sanitized-max-bytes at most "
              + (allowed - SanitizedTopic.OVERHEAD));
    }
    return true;
  }

  /**
   * Begins as the job would: only that tells what brokers allow, without a right to read their
   * settings.
   *
   * @throws SluiceException with one line that says what to change
   */
  public void transactions(Map<String, String> kafka, String run, String raw) {
    Properties settings = StreamSettings.producer(kafka, topic);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, trialId(kafka, run, raw));
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
    } catch (KafkaException e) {
      throw new SluiceException(refusal(e));
    }
  }

  private String trialId(Map<String, String> kafka, String run, String raw) {
    try {
      return StreamNames.ask(kafka, run, raw, topic.name()).trialId();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while asking Kafka for its topics");
    }
  }

  private String refusal(KafkaException e) {
    if (isAboutTimeout(e)) {
      return "Kafka allows no transactions of "
          + seconds(topic.transactionTimeout())
          + "; lower --sanitized-transaction-timeout, or raise the brokers'"
          + " transaction.max.timeout.ms";
    }
    if (isCausedBy(e, TransactionalIdAuthorizationException.class)) {
      return "Kafka does not let this user write transactions; allow Write and Describe on"
          + " transactional ids that begin with sluice-";
    }
    return "Kafka does not begin a transaction ("
        + e.getClass().getSimpleName()
        + "); look at the brokers' __transaction_state";
  }

  /** The client knows no class for it at this place, only the broker's words. */
  private static boolean isAboutTimeout(KafkaException e) {
    return isCausedBy(e, InvalidTxnTimeoutException.class)
        || String.valueOf(e.getMessage()).contains("transaction.max.timeout.ms");
  }

  private static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1_000.0 + " s";
  }
}
