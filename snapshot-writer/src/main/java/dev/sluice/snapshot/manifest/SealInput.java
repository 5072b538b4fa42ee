package dev.sluice.snapshot.manifest;

import dev.sluice.model.PartInfo;
import dev.sluice.model.Provenance;
import dev.sluice.model.SnapshotId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything a manifest is made of but the statistics, which stand in the parts' footers.
 *
 * @param parts all parts of the revision, also those of older revisions; in any order
 * @param quarantined by reason code
 * @param filtered records left out by drop rules
 * @param provenance of rows whose part does not say more
 * @param blocked conditions of the policy that hold
 */
public record SealInput(
    SnapshotId id,
    List<PartInfo> parts,
    Provenance provenance,
    SortedMap<String, Long> quarantined,
    long filtered,
    List<String> blocked) {
  public SealInput {
    parts = List.copyOf(parts);
    blocked = List.copyOf(blocked);
    quarantined = Collections.unmodifiableSortedMap(new TreeMap<>(quarantined));
  }

  public SealInput(SnapshotId id, List<PartInfo> parts, Provenance provenance) {
    this(id, parts, provenance, new TreeMap<>(), 0, List.of());
  }
}
