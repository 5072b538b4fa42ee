package dev.sluice.dlp.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.dlp.transform.TransformSpec;
import dev.sluice.model.ContentDigest;
import dev.sluice.model.QuasiIdentifiers;
import dev.sluice.model.SealLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which rules, transforms, windows and limits apply. Immutable and thread-safe.
 *
 * @param threshold score from which a finding is transformed, 0 to 1
 * @param services declared services; empty for any well-formed name
 * @param environments declared environments; empty for any well-formed name
 * @param maxSkew how far a capture's {@code ts} may lie after its append time
 * @param transforms info type to transform, where it differs from the rule's default
 * @param disabledRules ids of rules that do not apply
 * @param allow exact values that are never a finding
 * @param fullRescanShare share of exchanges that get a rescan without the walkers, 0 to 1
 * @param linking how far one value keeps one surrogate
 * @param disabledPacks names of built-in packs that do not apply
 * @param sample share of sessions that are kept, 0 to 1
 * @param block limits of a snapshot beyond which it cannot be approved
 * @param approve limits of a snapshot within which nobody need approve it
 * @param rarity endpoints and locations of findings of fewer subjects are not named in statistics;
 *     1 for no limit
 * @param quasiIdentifiers sets of fields of which it is measured how unique subjects are in them
 * @param timestamps whether times in snapshots are those of the traffic
 * @param parts what differs for some environments, services and endpoints; later ones win
 */
public record Policy(
    Profile profile,
    double threshold,
    SortedSet<String> services,
    SortedSet<String> environments,
    Windows windows,
    Duration maxSkew,
    Limits limits,
    UnreadableBodies unreadableBodies,
    SortedMap<String, TransformSpec> transforms,
    SortedSet<String> disabledRules,
    SortedSet<String> allow,
    List<DropRule> drop,
    List<KeepFields> keepFields,
    double fullRescanShare,
    Linking linking,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedSet<String> disabledPacks,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Whole.class) double sample,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<SealLimits> block,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<SealLimits> approve,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Whole.class) int rarity,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuasiIdentifiers> quasiIdentifiers,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = AsBefore.class)
        Timestamps timestamps,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PolicyPart> parts) {

  private static final Policy DEFAULTS =
      new Policy(
          Profile.BALANCED,
          0.5,
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          Windows.DEFAULTS,
          Duration.ofMinutes(10),
          Limits.DEFAULTS,
          UnreadableBodies.PLACEHOLDER,
          Collections.emptySortedMap(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          List.of(),
          List.of(),
          0.01,
          Linking.DEFAULTS,
          Collections.emptySortedSet(),
          1,
          Optional.empty(),
          Optional.empty(),
          1,
          List.of(),
          Timestamps.EXACT,
          List.of(PolicyPart.strictProduction()));

  public Policy {
    services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
    environments = Collections.unmodifiableSortedSet(new TreeSet<>(environments));
    transforms = Collections.unmodifiableSortedMap(new TreeMap<>(transforms));
    disabledRules = Collections.unmodifiableSortedSet(new TreeSet<>(disabledRules));
    allow = Collections.unmodifiableSortedSet(new TreeSet<>(allow));
    drop = List.copyOf(drop);
    keepFields = List.copyOf(keepFields);
    disabledPacks = Collections.unmodifiableSortedSet(new TreeSet<>(disabledPacks));
    quasiIdentifiers = List.copyOf(quasiIdentifiers);
    parts = List.copyOf(parts);
  }

  /**
   * Profile strict in the environment {@code prod} and balanced elsewhere, threshold 0.5, any
   * well-formed service, windows of five minutes.
   */
  public static Policy defaults() {
    return DEFAULTS;
  }

  /**
   * Reads a policy; what it does not mention is as in {@link #defaults()}.
   *
   * @throws PolicyException with one line that names file, line and key
   */
  public static Policy load(Path file) {
    return PolicyReader.read(file);
  }

  /**
   * Reads a policy from its text.
   *
   * @param file what errors call it
   * @param files the text of a file the policy names; throws {@link java.io.UncheckedIOException}
   *     where there is none
   * @throws PolicyException with one line that names file, line and key
   */
  public static Policy parse(String file, String yaml, Function<String, String> files) {
    return PolicyYaml.parse(file, yaml, files);
  }

  /** The transform the policy names for an info type, if any. */
  public Optional<TransformSpec> transformFor(String infoType) {
    return Optional.ofNullable(transforms.get(infoType));
  }

  /** Whether records of that service and environment are taken. */
  public boolean declares(String env, String service) {
    return Names.isWellFormed(env)
        && Names.isWellFormed(service)
        && (services.isEmpty() || services.contains(service))
        && (environments.isEmpty() || environments.contains(env));
  }

  /** The drop rule that leaves an exchange out, if any. */
  public Optional<DropRule> dropFor(String method, String path) {
    return drop.stream().filter(d -> d.matches(method, path)).findFirst();
  }

  /** {@code sha256:…} of the policy's content, whatever file or order it came in. */
  public String digest() {
    return ContentDigest.of(PolicyText.canonical(this).getBytes(StandardCharsets.UTF_8));
  }

  /** The least threshold of it and its parts. */
  public double leastThreshold() {
    return parts.stream()
        .mapToDouble(part -> part.over(this).threshold())
        .reduce(threshold, Math::min);
  }

  /** The profiles of it and all its parts. */
  public Set<Profile> profiles() {
    return profiles(part -> true);
  }

  /** Those that exchanges of a service may have, if this is its policy. */
  public Set<Profile> profiles(String env, String service) {
    return profiles(part -> part.hasEndpoints() && part.objection(env, service).isEmpty());
  }

  private Set<Profile> profiles(Predicate<PolicyPart> concerned) {
    EnumSet<Profile> found = EnumSet.of(profile);
    parts.stream().filter(concerned).forEach(part -> found.add(part.over(this).profile()));
    return found;
  }

  /** The same policy under another profile, also where a part of it says otherwise. */
  public Policy withProfile(Profile other) {
    return new PolicyDraft(this)
        .profile(other)
        .parts(
            parts.stream()
                .filter(part -> !part.isBuiltIn())
                .map(part -> part.without("profile"))
                .toList())
        .policy();
  }

  /** Whether production is strict because the policy names no profile for all. */
  public boolean hasDefaultProfile() {
    return parts.stream().anyMatch(PolicyPart::isBuiltIn);
  }

  /** The same policy with other windows. */
  public Policy withWindows(Windows other) {
    return new PolicyDraft(this).windows(other).policy();
  }

  /** The same policy with other limits. */
  public Policy withLimits(Limits other) {
    return new PolicyDraft(this).limits(other).policy();
  }

  /** The same policy with another share of full rescans. */
  public Policy withFullRescanShare(double other) {
    return new PolicyDraft(this).fullRescanShare(other).policy();
  }

  /** The same policy with another link scope. */
  public Policy withLinking(Linking other) {
    return new PolicyDraft(this).linking(other).policy();
  }

  /** The same policy with another transform for an info type. */
  public Policy withTransform(String infoType, TransformSpec transform) {
    TreeMap<String, TransformSpec> others = new TreeMap<>(transforms);
    others.put(infoType, transform);
    return new PolicyDraft(this).transforms(others).policy();
  }
}
