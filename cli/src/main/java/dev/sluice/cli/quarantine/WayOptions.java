package dev.sluice.cli.quarantine;

import dev.sluice.cli.timeline.Published;
import dev.sluice.dlp.policy.PolicyChange;
import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.quarantine.Proposal;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what change held records are to be resolved. */
final class WayOptions {
  @Option(
      names = "--by",
      required = true,
      paramLabel = "rule|allowlist|drop",
      description = "What changes; of a policy nothing else may differ from what is published.")
  private String by;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "For rule: a pack, as sluice rules publish takes it; may be repeated.")
  private List<Path> packs = new ArrayList<>();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "For allowlist and drop: the published policy with more in allow or drop.")
  private @Nullable Path policy;

  Proposal.Way way() {
    return switch (by) {
      case "rule" -> Proposal.Way.RULE;
      case "allowlist" -> Proposal.Way.ALLOWLIST;
      case "drop" -> Proposal.Way.DROP;
      default -> throw new SluiceException("--by is rule, allowlist or drop");
    };
  }

  /** Whether there is something to publish; if not, the records themselves are given up. */
  boolean changesPolicy() {
    boolean isRule = way() == Proposal.Way.RULE;
    if (isRule == packs.isEmpty() || (isRule && policy != null)) {
      throw new SluiceException("--by rule, and no other, goes with --rules FILE");
    }
    if (way() == Proposal.Way.ALLOWLIST && policy == null) {
      throw new SluiceException("--by allowlist needs the --policy FILE that has it");
    }
    return isRule || policy != null;
  }

  /** What is to be in force in place of what is published. */
  PolicyBundle change(PolicyBundle published) {
    if (policy == null) {
      return Published.withPacks(published, packs, List.of());
    }
    if (published.policy().isEmpty()) {
      throw new SluiceException(
          "no policy is published to change: publish the one that the job was started with first");
    }
    PolicyBundle changed = Published.withPolicy(published, policy);
    Set<String> settings =
        way() == Proposal.Way.DROP ? Set.of("drop") : Set.of("allow", "keepFields", "safeFields");
    if (!PolicyChange.isOnlyIn(settings, Published.policy(published), Published.policy(changed))) {
      throw new SluiceException(
          policy
              + " differs from the published policy in more than --by "
              + by.toLowerCase(Locale.ROOT)
              + " may change; use sluice policy publish for the rest");
    }
    return changed;
  }
}
