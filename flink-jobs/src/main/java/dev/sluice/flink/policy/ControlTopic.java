package dev.sluice.flink.policy;

import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The control topic as Kafka has it: one partition, compacted, stamped by the broker. */
public final class ControlTopic {
  private static final String STAMP = "message.timestamp.type";
  private static final String STAMP_BY_BROKER = "LogAppendTime";
  private static final String CLEANUP = "cleanup.policy";

  private ControlTopic() {}

  /** Creates the topic, and the one for reports of shadows, unless they are there. */
  public static void create(Map<String, String> kafka, String topic, short replicas) {
    create(kafka, timeline(topic, replicas));
    create(kafka, shadows(topic, replicas));
  }

  private static void create(Map<String, String> kafka, NewTopic wanted) {
    withAdmin(
        kafka,
        admin -> admin.createTopics(List.of(wanted)).all().get(),
        TopicExistsException.class);
  }

  private static NewTopic timeline(String topic, short replicas) {
    return new NewTopic(topic, 1, replicas)
        .configs(
            Map.of(
                CLEANUP,
                "compact",
                STAMP,
                STAMP_BY_BROKER,
                "max.message.bytes",
                String.valueOf(2 * SignedRecord.MOST_BYTES)));
  }

  /** Counts are forgotten a month after the last report. */
  private static NewTopic shadows(String topic, short replicas) {
    return new NewTopic(ShadowTopic.of(topic), 1, replicas)
        .configs(
            Map.of(
                CLEANUP,
                "compact,delete",
                "retention.ms",
                String.valueOf(Duration.ofDays(30).toMillis())));
  }

  /** Requires that the topic can carry a timeline. */
  public static void check(Map<String, String> kafka, String topic) {
    Optional<Boolean> checked =
        withAdmin(kafka, admin -> isFit(admin, topic), UnknownTopicOrPartitionException.class);
    if (checked.isEmpty()) {
      throw new SluiceException(
          "Kafka has no topic " + topic + "; create it with: sluice policy init");
    }
  }

  private static boolean isFit(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    TopicDescription description =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    int partitions = description == null ? 0 : description.partitions().size();
    if (partitions != 1) {
      throw new SluiceException(
          "topic " + topic + " has " + partitions + " partitions; a timeline needs one");
    }
    requireStamps(admin, topic);
    String cleanup = setting(admin, topic, CLEANUP);
    if (!cleanup.equals("compact")) {
      throw new SluiceException(
          "topic " + topic + " is cleaned by " + cleanup + "; set cleanup.policy=compact");
    }
    return true;
  }

  /** Requires that the broker stamps what is appended to a topic. */
  public static void checkStamps(Map<String, String> kafka, String topic) {
    withAdmin(
        kafka,
        admin -> {
          requireStamps(admin, topic);
          return true;
        },
        UnknownTopicOrPartitionException.class);
  }

  private static void requireStamps(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    if (!setting(admin, topic, STAMP).equals(STAMP_BY_BROKER)) {
      throw new SluiceException(
          "topic "
              + topic
              + " is not stamped by the broker; set "
              + STAMP
              + "="
              + STAMP_BY_BROKER
              + ", without which nobody can tell which policy a record falls under");
    }
  }

  private static String setting(Admin admin, String topic, String name)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
    ConfigEntry entry = config == null ? null : config.get(name);
    return entry == null || entry.value() == null ? "" : entry.value();
  }

  /** Work with an admin client. */
  private interface Work<T> {
    T with(Admin admin) throws ExecutionException, InterruptedException;
  }

  private static <T> Optional<T> withAdmin(
      Map<String, String> kafka, Work<T> work, Class<? extends Exception> harmless) {
    Map<String, Object> settings = new java.util.HashMap<>(kafka);
    settings.putIfAbsent("default.api.timeout.ms", "8000");
    settings.putIfAbsent("request.timeout.ms", "8000");
    Admin admin = null;
    try {
      admin = Admin.create(settings);
      return Optional.ofNullable(work.with(admin));
    } catch (ExecutionException e) {
      if (harmless.isInstance(e.getCause())) {
        return Optional.empty();
      }
      throw new SluiceException("Kafka does not answer about topics; is it running?");
    } catch (KafkaException e) {
      throw new SluiceException("Kafka cannot be asked about topics; check the brokers' addresses");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while talking to Kafka");
    } finally {
      if (admin != null) {
        admin.close(Duration.ZERO);
      }
    }
  }
}
