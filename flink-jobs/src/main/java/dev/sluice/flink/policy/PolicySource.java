package dev.sluice.flink.policy;

import dev.sluice.flink.EngineSource;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's policies come from: the files it was started with and, if it follows one, the
 * control topic. Travels with the job; holds no secret key.
 */
public final class PolicySource implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EngineSource started;
  private final TreeMap<String, String> kafka;
  private final @Nullable PolicyTopic topic;

  private PolicySource(
      EngineSource started, Map<String, String> kafka, @Nullable PolicyTopic topic) {
    this.started = started;
    this.kafka = new TreeMap<>(kafka);
    this.topic = topic;
  }

  /** One policy for the whole run. */
  public static PolicySource fixed(EngineSource started) {
    return new PolicySource(started, Map.of(), null);
  }

  /**
   * What is published on a topic.
   *
   * @param kafka settings of Kafka clients
   */
  public static PolicySource following(
      EngineSource started, Map<String, String> kafka, PolicyTopic topic) {
    return new PolicySource(started, kafka, topic);
  }

  /** The topic, if one is followed. */
  public Optional<PolicyTopic> topic() {
    return Optional.ofNullable(topic);
  }

  EngineSource started() {
    return started;
  }

  /** Settings of Kafka clients; empty without a topic. */
  public Map<String, String> kafka() {
    return kafka;
  }
}
