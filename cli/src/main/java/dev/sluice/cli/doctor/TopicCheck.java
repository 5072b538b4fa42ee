package dev.sluice.cli.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Looks at one topic: whether it is there, who stamps it, and how long it keeps records. */
final class TopicCheck {
  private static final Duration LEAST = Duration.ofDays(1);
  private static final Duration MOST = Duration.ofDays(14);

  private final Admin admin;
  private final String topic;

  TopicCheck(Admin admin, String topic) {
    this.admin = admin;
    this.topic = topic;
  }

  /** The topic that holds raw captures. */
  List<Finding> raw() throws ExecutionException, InterruptedException {
    List<Finding> found = new ArrayList<>(present());
    found.add(stamps());
    found.add(retention());
    return found;
  }

  /** That it is there, on more than one broker. */
  List<Finding> present() throws ExecutionException, InterruptedException {
    TopicDescription description =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    int partitions = description == null ? 0 : description.partitions().size();
    int replicas =
        description == null || partitions == 0
            ? 0
            : description.partitions().get(0).replicas().size();
    String says = partitions + " partitions, " + replicas + " replicas";
    return List.of(
        replicas < 2
            ? Finding.warn(
                topic, says, "use 3 replicas and min.insync.replicas=2: one broker can be lost")
            : Finding.ok(topic, says));
  }

  private Finding stamps() throws ExecutionException, InterruptedException {
    String stamp = setting("message.timestamp.type");
    return stamp.equals("LogAppendTime")
        ? Finding.ok(topic, "records are stamped by the broker")
        : Finding.fail(
            topic,
            "records are stamped by whoever sends them",
            "set message.timestamp.type=LogAppendTime: the job trusts the stamp to tell captures"
                + " from the future and the policy in force");
  }

  private Finding retention() throws ExecutionException, InterruptedException {
    if (setting("cleanup.policy").contains("compact")) {
      return Finding.fail(
          topic, "is compacted: records of one key vanish", "set cleanup.policy=delete");
    }
    String text = setting("retention.ms");
    long millis = text.matches("-?\\d{1,18}") ? Long.parseLong(text) : -1;
    if (millis < 0) {
      return Finding.warn(
          topic, "keeps raw data for ever", "set retention.ms to the days you need, for example 7");
    }
    Duration kept = Duration.ofMillis(millis);
    if (kept.compareTo(LEAST) < 0) {
      return Finding.warn(
          topic,
          "keeps raw data " + Days.of(kept),
          "a quarantined record that Kafka has deleted cannot be tried again; keep a day at least");
    }
    return kept.compareTo(MOST) > 0
        ? Finding.warn(
            topic,
            "keeps raw data " + Days.of(kept),
            "the less, the better: as long as quarantine needs to be worked off, 14 days at most")
        : Finding.ok(topic, "keeps raw data " + Days.of(kept));
  }

  private String setting(String name) throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
    ConfigEntry entry = config == null ? null : config.get(name);
    return entry == null || entry.value() == null ? "" : entry.value();
  }
}
