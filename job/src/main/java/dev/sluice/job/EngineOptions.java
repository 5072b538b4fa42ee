package dev.sluice.job;

import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.Profile;
import dev.sluice.model.SluiceException;
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

  /** The policy of the options; the built-in one under that profile where they name neither. */
  public Policy policyOr(Profile usual) {
    return policy == null && profile == null ? Policy.defaults().withProfile(usual) : policy();
  }

  /**
   * The same for what works on a stream, where only its policy says the profile: a digest of the
   * policy stands in each row, and a job reads the file anew.
   *
   * @throws SluiceException if a profile was named beside it
   */
  public EngineOptions ofStream() {
    if (profile != null) {
      throw new SluiceException(
          "--profile is for files: what runs on a stream takes its profile from the policy."
              + " Write 'profile: "
              + profile.wireName()
              + "' there");
    }
    return this;
  }

  public List<Path> packFiles() {
    return List.copyOf(packs);
  }

  /** The policy file, if one was named. */
  public Optional<Path> policyFile() {
    return Optional.ofNullable(policy);
  }
}
