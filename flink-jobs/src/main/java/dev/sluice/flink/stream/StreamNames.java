package dev.sluice.flink.stream;

import dev.sluice.model.SluiceException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * Names that a run has in Kafka for as long as both topics live. They hold the topics' ids: offsets
 * of a topic that was made anew under its old name mean nothing of what they meant.
 *
 * @param stem {@code sluice-<run>-<id of raw>-<id of sanitized>}
 */
record StreamNames(String stem) implements Serializable {
  static StreamNames ask(Map<String, String> kafka, String run, String raw, String sanitized)
      throws InterruptedException {
    try (Admin admin = Admin.create(new HashMap<String, Object>(kafka))) {
      Map<String, TopicDescription> topics =
          admin.describeTopics(List.of(raw, sanitized)).allTopicNames().get();
      return new StreamNames("sluice-" + run + "-" + id(topics, raw) + "-" + id(topics, sanitized));
    } catch (ExecutionException e) {
      throw new SluiceException(
          "Kafka does not describe the topics " + raw + " and " + sanitized + "; are they there?");
    }
  }

  private static String id(Map<String, TopicDescription> topics, String name) {
    TopicDescription topic = topics.get(name);
    return topic == null ? name : topic.topicId().toString();
  }

  /** The group whose offsets say how far each raw partition is written. */
  String group() {
    return stem;
  }

  /** Whoever begins under it ends what others began for this raw partition. */
  String transactionalId(int partition) {
    return stem + "-" + partition;
  }

  /** For trying whether transactions can be begun. */
  String trialId() {
    return stem + "-check";
  }
}
