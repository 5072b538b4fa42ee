package dev.sluice.cli.timeline;

import dev.sluice.dlp.EngineConfig;
import dev.sluice.flink.policy.Entry;
import dev.sluice.flink.policy.PolicyTopic;
import dev.sluice.flink.policy.Publisher;
import dev.sluice.job.DurationText;
import dev.sluice.job.KafkaOptions;
import dev.sluice.job.PublicKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which timeline a command works on, and whose entries it believes. */
public final class TimelineOptions {
  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--policy-topic",
      paramLabel = "NAME",
      defaultValue = PolicyTopic.DEFAULT_TOPIC,
      description = "The control topic; default: ${DEFAULT-VALUE}.")
  private String topic;

  @Option(
      names = "--lead",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "Least time between publishing and effect, as the job was told; default: 20s.")
  private @Nullable Duration lead;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "Public key of a publisher; may be repeated.")
  private List<Path> trust = new ArrayList<>();

  public Map<String, String> kafka() {
    return kafka.settings();
  }

  public String topicName() {
    return topic;
  }

  /** The public keys of {@code --trust}. */
  public List<String> trusted() {
    return PublicKeys.read(trust);
  }

  /** What stands on the timeline for those who trust these keys. */
  public List<Entry> entries() {
    try (Publisher publisher = open(List.of())) {
      return publisher.entries();
    }
  }

  public Duration lead() {
    return lead == null ? PolicyTopic.DEFAULT_LEAD : lead;
  }

  /**
   * The timeline as jobs see it, read to its end.
   *
   * @param more public keys that are trusted beside those of the options
   */
  public Publisher open(List<String> more) {
    List<String> keys = new ArrayList<>(trusted());
    keys.addAll(more);
    EngineConfig started = Published.started();
    return Publisher.open(
        kafka(), new PolicyTopic(topic, lead(), keys), bundle -> bundle.problem(started));
  }
}
