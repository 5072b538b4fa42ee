package dev.sluice.flink.policy;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * The control topic a run follows.
 *
 * @param topic compacted, one partition, stamped by the broker
 * @param lead least time between a publication's append and its effect; the job waits rather than
 *     decide on a record that a publication it has not read could still be about
 * @param trusted public keys of publishers, as {@link PublisherKey#publicText()} writes them
 */
public record PolicyTopic(String topic, Duration lead, List<String> trusted)
    implements Serializable {
  /** Name of the topic where none is given. */
  public static final String DEFAULT_TOPIC = "captures.policies";

  /** More than twice the time after which Kafka gives a silent broker up. */
  public static final Duration DEFAULT_LEAD = Duration.ofSeconds(20);

  public PolicyTopic {
    trusted = List.copyOf(trusted);
  }

  /** How far a record's own time may lie after its append time; the rest cannot be decided. */
  public Duration maxSkew() {
    return lead.dividedBy(2);
  }
}
