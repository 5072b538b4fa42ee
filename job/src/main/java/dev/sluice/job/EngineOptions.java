package dev.sluice.job;

import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which policy, profile and rule packs a command works with. */
public final class EngineOptions {
  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy (YAML); default: built in.")
  private @Nullable Path policy;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "balanced (only findings change) or strict (unknown text changes too).")
  private @Nullable Profile profile;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "A rule pack beside the built-in ones: Sluice's, gitleaks.toml or Presidio recognizers;"
              + " may be repeated.")
  private List<Path> packs = new ArrayList<>();

  /** The policy of the options. */
  public Policy policy() {
    Policy base = policy == null ? Policy.defaults() : Policy.load(policy);
    return profile == null ? base : base.withProfile(profile);
  }

  public List<Path> packFiles() {
    return List.copyOf(packs);
  }

  /** The policy file, if one was named. */
  public Optional<Path> policyFile() {
    return Optional.ofNullable(policy);
  }
}
