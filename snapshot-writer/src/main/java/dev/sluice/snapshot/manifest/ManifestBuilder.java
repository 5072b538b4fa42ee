package dev.sluice.snapshot.manifest;

import dev.sluice.model.PartInfo;
import dev.sluice.model.PolicyUse;
import dev.sluice.model.Provenance;
import dev.sluice.model.SealLimits;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.digest.LtHash;
import dev.sluice.snapshot.part.PartFooter;
import dev.sluice.snapshot.stats.PartStats;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes manifests. A pure function of its input and the parts: no clock, host or attempt, so that a
 * retried commit makes the same bytes. Thread-safe.
 */
public final class ManifestBuilder {
  private ManifestBuilder() {}

  /** Reads the parts' footers and makes the manifest; writes nothing. */
  public static SnapshotManifest seal(SealInput input, ObjectStore store) {
    PartStats stats = new PartStats();
    LtHash digest = new LtHash();
    for (PartInfo part : input.parts()) {
      PartFooter footer =
          PartFooter.read(
              part.key(),
              (offset, length) -> store.range(part.key(), offset, length),
              part.sizeBytes());
      requireRows(part, footer);
      stats.merge(footer.stats());
      digest.merge(footer.digest());
    }
    return manifest(input, stats, digest);
  }

  private static SnapshotManifest manifest(SealInput input, PartStats stats, LtHash digest) {
    SnapshotId id = input.id();
    List<PartInfo> parts =
        input.parts().stream()
            .sorted(Comparator.comparing(PartInfo::minTs).thenComparing(PartInfo::key))
            .toList();
    List<PolicyUse> policies = stats.policies(input.provenance());
    return new SnapshotManifest(
        SnapshotManifest.FORMAT,
        id.toString(),
        id.env(),
        id.service(),
        id.windowStart(),
        id.windowEnd(),
        id.run(),
        id.revision(),
        digest.contentDigest(),
        digest.rows(),
        parts,
        mostUsed(policies),
        policies,
        stats.baseline(id, stats.rarity()),
        stats.findings(stats.rarity()),
        input.quarantined(),
        input.filtered(),
        stats.lineage(),
        stats.authorityHashes(),
        stats.notes(),
        blocked(input, stats),
        stats.uniqueness(),
        approval(input, stats));
  }

  /** What the input says, and the conditions of all policies the rows were made under. */
  private static List<String> blocked(SealInput input, PartStats stats) {
    return Stream.concat(
            input.blocked().stream(),
            stats.terms().stream().flatMap(t -> breaches(t.block(), input, stats).stream()))
        .sorted()
        .distinct()
        .toList();
  }

  /** Only if every policy the rows were made under approves. */
  private static Optional<String> approval(SealInput input, PartStats stats) {
    boolean approves =
        blocked(input, stats).isEmpty()
            && !stats.terms().isEmpty()
            && stats.terms().stream()
                .allMatch(
                    t ->
                        t.approve()
                            .filter(limits -> breaches(limits, input, stats).isEmpty())
                            .isPresent());
    return approves ? Optional.of("within the limits of the policy") : Optional.empty();
  }

  private static List<String> breaches(SealLimits limits, SealInput input, PartStats stats) {
    return limits.breaches(stats.rows(), input.quarantined(), stats.notes(), stats.uniqueness());
  }

  /** The policy of most rows; of equals the first. */
  private static Provenance mostUsed(List<PolicyUse> policies) {
    PolicyUse most = policies.get(0);
    for (PolicyUse use : policies) {
      most = use.exchanges() > most.exchanges() ? use : most;
    }
    return most.provenance();
  }

  private static void requireRows(PartInfo part, PartFooter footer) {
    if (footer.rows() != part.rows() || footer.digest().rows() != part.rows()) {
      throw new SluiceException(
          "part " + part.key() + " has " + footer.rows() + " rows, expected " + part.rows());
    }
  }
}
