package dev.sluice.flink.policy;

import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads a timeline and appends to it. Not thread-safe. */
public final class Publisher implements AutoCloseable {
  private static final Duration SEND = Duration.ofSeconds(30);

  private final Map<String, String> kafka;
  private final PolicyTopic topic;
  private final Timeline timeline;
  private final TimelineLog log;

  private Publisher(Map<String, String> kafka, PolicyTopic topic, Timeline timeline) {
    this.kafka = kafka;
    this.topic = topic;
    this.timeline = timeline;
    this.log = new TimelineLog(kafka, topic.topic(), timeline);
  }

  /**
   * Reads the topic to its end.
   *
   * @param problem as of {@link Timeline}
   * @throws SluiceException if Kafka does not answer, or the timeline has a gap
   */
  public static Publisher open(
      Map<String, String> kafka,
      PolicyTopic topic,
      Function<PolicyBundle, Optional<String>> problem) {
    ControlTopic.check(kafka, topic.topic());
    Timeline timeline =
        new Timeline(topic.topic(), topic.lead(), TrustedKeys.of(topic.trusted()), problem);
    Publisher publisher = new Publisher(kafka, topic, timeline);
    publisher.read();
    return publisher;
  }

  private void read() {
    try {
      for (Timeline.Step step : log.readToEnd()) {
        if (step instanceof Timeline.Step.Gap gap) {
          throw new SluiceException(
              "the policy topic lacks entry "
                  + gap.expected()
                  + "; nothing can be published after it");
        }
      }
    } catch (KafkaException e) {
      throw new SluiceException("the policy topic cannot be read; is Kafka running?");
    }
  }

  /** All entries, oldest first. */
  public List<Entry> entries() {
    return timeline.entries();
  }

  /** Records on the topic that are no entries. */
  public long refused() {
    return timeline.refused();
  }

  /**
   * Appends an entry and reads it back.
   *
   * @param draft all but what the timeline says: its name, number and previous digest
   * @return the entry as every job will see it; it may have come too late to have an effect
   * @throws SluiceException if another entry came first
   */
  public Entry publish(Publication draft, PublisherKey key) {
    Publication complete =
        new Publication(
            timeline.entries().stream()
                .findFirst()
                .map(e -> e.publication().timeline())
                .orElseGet(() -> UUID.randomUUID().toString()),
            timeline.entries().size() + 1L,
            timeline.head().map(Entry::digest).orElse(""),
            draft.kind(),
            draft.effectiveFrom(),
            draft.share(),
            draft.bundle(),
            draft.policyDigest(),
            draft.by(),
            draft.reason());
    SignedRecord record = SignedRecord.of(complete, topic.topic(), key);
    byte[] bytes = record.toBytes();
    if (bytes.length > SignedRecord.MOST_BYTES) {
      throw new SluiceException("policy and packs together are larger than jobs read");
    }
    send(record.recordKey(complete.number()), bytes);
    read();
    return timeline
        .head()
        .filter(head -> head.publication().equals(complete))
        .orElseThrow(
            () ->
                new SluiceException(
                    "not accepted: another entry came first, or this key is not trusted;"
                        + " see sluice policy list"));
  }

  private void send(String key, byte[] value) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("acks", "all");
    settings.put("max.request.size", String.valueOf(2 * SignedRecord.MOST_BYTES));
    settings.put("delivery.timeout.ms", String.valueOf(SEND.toMillis()));
    settings.put("request.timeout.ms", "10000");
    settings.put("linger.ms", "0");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(topic.topic(), 0, key, value))
          .get(SEND.toSeconds() + 5, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new SluiceException(
          "Kafka did not take the publication; it may still appear: see sluice policy list");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while publishing");
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
