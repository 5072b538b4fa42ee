package dev.sluice.flink.quarantine;

import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Short conversations with Kafka; what fails is told in one line. */
final class KafkaTalk {
  private final Map<String, String> settings;

  /**
   * @param settings of Kafka clients
   */
  KafkaTalk(Map<String, String> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** Work with an admin client. */
  interface Asking<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  /** Work with a consumer that belongs to no group. */
  interface Reading<T> {
    T read(KafkaConsumer<byte[], byte[]> consumer);
  }

  <T> T ask(Asking<T> work) {
    Admin admin = null;
    try {
      admin = Admin.create(limited());
      return work.ask(admin);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownTopicOrPartitionException ? noTopic() : silent();
    } catch (KafkaException e) {
      throw silent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while talking to Kafka");
    } finally {
      if (admin != null) {
        admin.close(Duration.ZERO);
      }
    }
  }

  <T> T read(Reading<T> work) {
    Map<String, Object> all = limited();
    all.put("enable.auto.commit", "false");
    all.put("auto.offset.reset", "none");
    all.put("allow.auto.create.topics", "false");
    // Only what was committed: the job reads no more either.
    all.put("isolation.level", "read_committed");
    KafkaConsumer<byte[], byte[]> consumer = null;
    try {
      consumer = new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      return work.read(consumer);
    } catch (UnknownTopicOrPartitionException e) {
      throw noTopic();
    } catch (KafkaException e) {
      throw silent();
    } finally {
      if (consumer != null) {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
      }
    }
  }

  private Map<String, Object> limited() {
    Map<String, Object> all = new HashMap<>(settings);
    all.putIfAbsent("default.api.timeout.ms", "10000");
    all.putIfAbsent("request.timeout.ms", "8000");
    return all;
  }

  private static SluiceException noTopic() {
    return new SluiceException("Kafka has no such topic; check the topics' names");
  }

  private static SluiceException silent() {
    return new SluiceException("Kafka does not answer; check the brokers' addresses");
  }
}
