package dev.sluice.flink.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

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

  /** Publishes for as soon as possible; on a busy machine an entry may come too late, so again. */
  static Instant publishInTime(Duration lead, Function<Instant, Entry> publish) {
    for (int attempt = 1; attempt <= 10; attempt++) {
      Instant from = Instant.now().plus(lead).plusSeconds(attempt).truncatedTo(ChronoUnit.MILLIS);
      if (publish.apply(from).isUsable()) {
        return from;
      }
    }
    throw new AssertionError("no entry came in time");
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
