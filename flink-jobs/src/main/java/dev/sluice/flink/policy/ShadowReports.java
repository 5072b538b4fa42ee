package dev.sluice.flink.policy;

import dev.sluice.model.SluiceJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes counts of shadows to a topic of their own: the sums so far of one reader, under a key of
 * its own. A report, not an account: after a restart, records since the last checkpoint are counted
 * again. One owner thread.
 */
final class ShadowReports implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShadowReports.class);

  private final Map<String, String> kafka;
  private final String topic;
  private final String reader = UUID.randomUUID().toString();
  private final Map<Long, ShadowCounts> sent = new TreeMap<>();
  private @Nullable KafkaProducer<String, byte[]> producer;

  ShadowReports(Map<String, String> kafka, String controlTopic) {
    this.kafka = kafka;
    this.topic = ShadowTopic.of(controlTopic);
  }

  /** Sends the counts if they are new; hardly waits. */
  void offer(ShadowCounts counts) {
    if (counts.equals(sent.get(counts.number()))) {
      return;
    }
    sent.put(counts.number(), counts);
    String key = "%08d/%s".formatted(counts.number(), reader);
    try {
      producer()
          .send(
              new ProducerRecord<>(topic, 0, key, SluiceJson.bytes(counts)),
              (at, e) -> {
                if (e != null) {
                  warn(e);
                }
              });
    } catch (KafkaException e) {
      warn(e);
    }
  }

  /** The next report holds what this one had. */
  private void warn(Exception e) {
    LOG.warn("counts of a shadow were not sent to {} ({})", topic, e.getClass().getSimpleName());
  }

  private KafkaProducer<String, byte[]> producer() {
    KafkaProducer<String, byte[]> open = producer;
    if (open == null) {
      Map<String, Object> settings = new HashMap<>(kafka);
      // The stream must not stand still for a report.
      settings.put("max.block.ms", "200");
      open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(2));
    }
  }
}
