package dev.sluice.cli.timeline;

import dev.sluice.flink.policy.Publication;
import dev.sluice.model.SluiceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether what is published governs or only runs beside. */
public final class ShadowOption {
  @Option(
      names = "--shadow",
      paramLabel = "SHARE",
      arity = "0..1",
      fallbackValue = "0.1",
      description = {
        "Do not govern: count what it would do with a share of the exchanges, 0.1 unless given;",
        "see sluice policy shadow show."
      })
  private @Nullable Double share;

  public Publication.Kind kind() {
    return share == null ? Publication.Kind.GOVERN : Publication.Kind.SHADOW;
  }

  /** Share of exchanges to look at; 1 for what governs. */
  public double share() {
    if (share == null) {
      return 1;
    }
    if (!(share > 0 && share <= 1)) {
      throw new SluiceException("--shadow is a share above 0, at most 1");
    }
    return share;
  }
}
