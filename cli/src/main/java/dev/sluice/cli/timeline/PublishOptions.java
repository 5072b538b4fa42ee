package dev.sluice.cli.timeline;

import dev.sluice.cli.io.FreeText;
import dev.sluice.cli.io.Terminal;
import dev.sluice.flink.policy.Entry;
import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.policy.Publication;
import dev.sluice.flink.policy.Publisher;
import dev.sluice.flink.policy.PublisherKey;
import dev.sluice.job.DurationText;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who publishes, when it takes effect and why. */
public final class PublishOptions {
  /** What sending may take; an entry that is appended later than that has no effect. */
  private static final Duration MARGIN = Duration.ofSeconds(3);

  private static final int LONGEST = 500;

  @Mixin private TimelineOptions timeline;

  @Option(
      names = "--publisher-key",
      required = true,
      paramLabel = "FILE",
      description = "Key made by sluice policy keygen.")
  private Path key;

  @Option(
      names = "--effective-from",
      paramLabel = "TIME",
      description = "Captures from this time on; default: as soon as possible.")
  private @Nullable Instant effectiveFrom;

  @Option(
      names = "--in",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "The same as a time from now, such as 1h.")
  private @Nullable Duration in;

  @Option(names = "--by", paramLabel = "NAME", description = "Who publishes; default: the user.")
  private @Nullable String by;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; shown by policy list.")
  private String reason = "";

  /**
   * Publishes what the function makes of the timeline as it is, and says what came of it.
   *
   * @param share of exchanges a shadow looks at
   */
  public Entry publish(
      Terminal terminal,
      Publication.Kind kind,
      double share,
      Function<List<Entry>, PolicyBundle> bundle) {
    return publish(terminal, kind, share, FreeText.clean("--reason", reason, LONGEST), bundle);
  }

  /** The same for a reason that the options do not say. */
  public Entry publish(
      Terminal terminal,
      Publication.Kind kind,
      double share,
      String because,
      Function<List<Entry>, PolicyBundle> bundle) {
    PublisherKey own = key();
    try (Publisher publisher = timeline.open(List.of(own.publicText()))) {
      PolicyBundle wanted = bundle.apply(publisher.entries());
      String digest = Published.prove(wanted);
      Instant from = from();
      Entry entry =
          publisher.publish(
              new Publication("", 0, "", kind, from, share, wanted, digest, name(), because), own);
      entry
          .unusable()
          .ifPresent(
              why -> {
                throw new SluiceException(
                    "entry " + entry.publication().number() + " has no effect: " + why);
              });
      terminal.note(
          "published as "
              + entry.publication().number()
              + (kind == Publication.Kind.SHADOW ? "; a shadow of" : "; governs")
              + " captures from "
              + entry.publication().effectiveFrom());
      return entry;
    }
  }

  private Instant from() {
    Instant soonest = Instant.now().plus(timeline.lead()).plus(MARGIN);
    Instant wanted =
        Optional.ofNullable(effectiveFrom)
            .orElseGet(() -> in == null ? soonest : Instant.now().plus(in));
    if (wanted.isBefore(soonest)) {
      throw new SluiceException(
          "a policy takes effect " + timeline.lead().toSeconds() + " s after publishing or later");
    }
    return wanted.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Whose entries count, and where they stand. */
  public TimelineOptions timeline() {
    return timeline;
  }

  /** The publisher's own key. */
  public PublisherKey key() {
    return PublisherKey.read(key);
  }

  /** Who publishes. */
  public String name() {
    return by == null ? System.getProperty("user.name", "") : by;
  }
}
