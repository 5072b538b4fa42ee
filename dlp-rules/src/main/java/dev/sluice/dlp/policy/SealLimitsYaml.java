package dev.sluice.dlp.policy;

import dev.sluice.model.SealLimits;
import java.util.Optional;
import java.util.Set;

/** Limits of snapshots: {@code block} and {@code approve} of a policy. */
final class SealLimitsYaml {
  static final Set<String> KEYS =
      Set.of("quarantinedRatio", "residualFindings", "unknownBodies", "exchanges", "uniqueness");

  private SealLimitsYaml() {}

  /**
   * @param d limits of the layers below, for what the section does not mention
   */
  static Optional<SealLimits> read(Section section, String key, Optional<SealLimits> d) {
    Optional<Section> own = section.section(key, KEYS);
    if (own.isEmpty()) {
      return d;
    }
    Section s = own.get();
    if (s.keys().isEmpty()) {
      throw section.wrong(
          key, "names no limit; known are " + String.join(", ", KEYS.stream().sorted().toList()));
    }
    SealLimits below = d.orElse(SealLimits.NONE);
    return Optional.of(
        new SealLimits(
            share(s, "quarantinedRatio").or(below::quarantinedRatio),
            count(s, "residualFindings").or(below::residualFindings),
            count(s, "unknownBodies").or(below::unknownBodies),
            count(s, "exchanges").or(below::exchanges),
            share(s, "uniqueness").or(below::uniqueness)));
  }

  private static Optional<Double> share(Section s, String key) {
    return s.text(key).map(text -> s.share(key, 0));
  }

  private static Optional<Long> count(Section s, String key) {
    return s.text(key).map(text -> (long) s.integer(key, 0, 0));
  }
}
