package dev.sluice.job;

import dev.sluice.flink.policy.PolicyTopic;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which published policies a job follows. */
public final class FollowOptions {
  @Option(
      names = "--policy-topic",
      paramLabel = "NAME",
      description = "Follow the policies published there; --policy governs until the first.")
  private @Nullable String topic;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "Public key of a publisher to believe; may be repeated.")
  private List<Path> trust = new ArrayList<>();

  @Option(
      names = "--lead",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "Least time between publishing and effect; default: 20s.")
  private @Nullable Duration lead;

  /** The topic, if one is named. */
  public Optional<PolicyTopic> topic() {
    if (topic == null) {
      return Optional.empty();
    }
    if (trust.isEmpty()) {
      throw new SluiceException(
          "--policy-topic needs --trust FILE: without a publisher's key nothing there counts");
    }
    return Optional.of(
        new PolicyTopic(
            topic, lead == null ? PolicyTopic.DEFAULT_LEAD : lead, PublicKeys.read(trust)));
  }
}
