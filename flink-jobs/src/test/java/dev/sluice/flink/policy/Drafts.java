package dev.sluice.flink.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Publications as a publisher would draft them. */
final class Drafts {
  private Drafts() {}

  static PolicyBundle bundle(String policyYaml) {
    return new PolicyBundle(
        Optional.of(new SourceText("policy.yaml", policyYaml)), new TreeMap<>(), Optional.empty());
  }

  static PolicyBundle pack(String yaml) {
    return PolicyBundle.AS_STARTED.withPacks(List.of(new SourceText("pack.yaml", yaml)));
  }

  static Publication draft(Instant from, PolicyBundle bundle) {
    return draft(Publication.Kind.GOVERN, from, 1, bundle);
  }

  static Publication draft(Publication.Kind kind, Instant from, double share, PolicyBundle bundle) {
    return new Publication("", 0, "", kind, from, share, bundle, "", "test", "");
  }

  static Publication numbered(Publication p, String timeline, long number, String previous) {
    return new Publication(
        timeline,
        number,
        previous,
        p.kind(),
        p.effectiveFrom(),
        p.share(),
        p.bundle(),
        p.policyDigest(),
        p.by(),
        p.reason());
  }
}
