package dev.sluice.snapshot.manifest;

import dev.sluice.model.PartInfo;
import dev.sluice.model.PolicyUse;
import dev.sluice.model.Provenance;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.digest.LtHash;
import dev.sluice.snapshot.part.PartFooter;
import dev.sluice.snapshot.stats.PartStats;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.Comparator;
import java.util.List;

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
        stats.baseline(id),
        stats.findings(),
        input.quarantined(),
        input.filtered(),
        stats.lineage(),
        stats.authorityHashes(),
        stats.notes(),
        input.blocked().stream().sorted().distinct().toList());
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
