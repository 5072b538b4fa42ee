package dev.sluice.dlp.policy;

import dev.sluice.dlp.transform.TransformSpec;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a policy may say for all exchanges, and a part of it for those of some endpoints. */
final class PartYaml {
  static final Set<String> KEYS =
      Set.of(
          "profile",
          "threshold",
          "limits",
          "unreadableBodies",
          "transforms",
          "disabledRules",
          "disabledPacks",
          "allow",
          "fullRescanShare",
          "sample");

  static final Set<String> LIMITS = Set.of("maxBodyBytes", "maxDepth", "maxNesting", "maxSteps");

  private PartYaml() {}

  /**
   * @param d what holds where the section says nothing; lists and transforms are added to its own
   */
  static void read(Section s, Policy d, PolicyDraft draft) {
    draft
        .profile(profile(s, d))
        .threshold(s.share("threshold", d.threshold()))
        .limits(limits(s, d.limits()))
        .unreadableBodies(unreadable(s, d))
        .transforms(transforms(s, d))
        .disabledRules(both(d.disabledRules(), s.texts("disabledRules")))
        .disabledPacks(both(d.disabledPacks(), s.texts("disabledPacks")))
        .allow(both(d.allow(), s.texts("allow")))
        .fullRescanShare(s.share("fullRescanShare", d.fullRescanShare()))
        .sample(s.share("sample", d.sample()));
  }

  private static Profile profile(Section s, Policy d) {
    String name = s.text("profile", d.profile().wireName());
    return Profile.ofWireName(name)
        .orElseThrow(() -> s.wrong("profile", "is neither balanced nor strict"));
  }

  private static UnreadableBodies unreadable(Section s, Policy d) {
    String name = s.text("unreadableBodies", d.unreadableBodies().wireName());
    return switch (name) {
      case "placeholder" -> UnreadableBodies.PLACEHOLDER;
      case "quarantine" -> UnreadableBodies.QUARANTINE;
      default -> throw s.wrong("unreadableBodies", "is neither placeholder nor quarantine");
    };
  }

  private static Limits limits(Section section, Limits d) {
    return section
        .section("limits", LIMITS)
        .map(
            s ->
                new Limits(
                    s.integer("maxBodyBytes", d.maxBodyBytes(), 1),
                    s.integer("maxDepth", d.maxDepth(), 1),
                    s.integer("maxNesting", d.maxNesting(), 0),
                    s.integer("maxSteps", d.maxSteps(), 1)))
        .orElse(d);
  }

  private static SortedMap<String, TransformSpec> transforms(Section s, Policy d) {
    SortedMap<String, TransformSpec> all = new TreeMap<>(d.transforms());
    Optional<Section> own = s.section("transforms", Set.of());
    own.ifPresent(section -> all.putAll(TransformsYaml.read(section)));
    return all;
  }

  private static SortedSet<String> both(SortedSet<String> some, Collection<String> more) {
    TreeSet<String> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }
}
