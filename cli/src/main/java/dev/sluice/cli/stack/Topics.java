package dev.sluice.cli.stack;

import dev.sluice.flink.policy.ControlTopic;
import dev.sluice.flink.policy.PolicyTopic;
import dev.sluice.model.SluiceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** The embedded broker's topics. Thread-safe. */
public final class Topics implements AutoCloseable {
  public static final String RAW = "captures.raw";
  public static final String QUARANTINE = "captures.quarantine";
  public static final String POLICIES = PolicyTopic.DEFAULT_TOPIC;

  /** Two chains can read side by side. */
  private static final int PARTITIONS = 2;

  private final Admin admin;

  private Topics(Admin admin) {
    this.admin = admin;
  }

  /** Connects and creates what is missing. */
  public static Topics open(String brokers) {
    Topics topics = new Topics(Admin.create(Map.of("bootstrap.servers", brokers)));
    topics.create(RAW, PARTITIONS);
    topics.create(QUARANTINE, 1);
    ControlTopic.create(Map.of("bootstrap.servers", brokers), POLICIES, (short) 1);
    topics.awaitLeaders();
    return topics;
  }

  /**
   * Offsets can be told only once each partition has its leader. A producer that comes before it
   * can run into an out-of-order sequence and lose its first batch.
   */
  private void awaitLeaders() {
    records(RAW);
    records(QUARANTINE);
  }

  private void create(String name, int partitions) {
    NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.of((short) 1));
    topic.configs(
        Map.of("message.timestamp.type", "LogAppendTime", "max.message.bytes", "17825792"));
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new SluiceException("cannot create topic " + name, e);
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Records in the topic so far. Without transactions and compaction, offsets count records. */
  public long records(String topic) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    try {
      for (TopicDescription d :
          admin.describeTopics(List.of(topic)).allTopicNames().get().values()) {
        d.partitions()
            .forEach(p -> ends.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest()));
      }
      return admin.listOffsets(ends).all().get().values().stream().mapToLong(o -> o.offset()).sum();
    } catch (ExecutionException e) {
      throw new SluiceException("cannot read the offsets of topic " + topic, e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static SluiceException interrupted() {
    Thread.currentThread().interrupt();
    return new SluiceException("interrupted while talking to Kafka");
  }

  @Override
  public void close() {
    admin.close();
  }
}
