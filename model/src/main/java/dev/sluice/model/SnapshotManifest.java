package dev.sluice.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What seals a snapshot: the list of its parts with their checksums, and the evidence of how it was
 * made. A pure function of checkpointed state, so that a retried commit writes the same bytes.
 * Holds no raw value.
 *
 * @param format version of this form, now 1
 * @param snapshotId text of a {@link SnapshotId}
 * @param run backfill run, empty for the live one
 * @param contentDigest LtHash of all rows, shown as {@code sha256:<hex>} of its state
 * @param exchanges rows in all parts
 * @param provenance what most rows were made under
 * @param policies all that rows were made under, by policy digest; older manifests name none
 * @param quarantined records of this window that were not passed on, by reason code, as far as the
 *     window is known
 * @param filtered records of this window left out by drop rules
 * @param authorityHashes salted hashes of the raw authorities seen, so that replay can refuse them
 * @param notes fidelity notes and how many exchanges have each
 * @param blocked conditions of the policy that hold; empty when the snapshot may be reviewed
 * @param uniqueness of the sets of fields that the policy declares
 * @param approval why the policy approves it without a reviewer; empty if it does not
 */
@JsonPropertyOrder({
  "format",
  "snapshotId",
  "env",
  "service",
  "windowStart",
  "windowEnd",
  "run",
  "revision",
  "contentDigest",
  "exchanges"
})
public record SnapshotManifest(
    int format,
    String snapshotId,
    String env,
    String service,
    Instant windowStart,
    Instant windowEnd,
    Optional<String> run,
    int revision,
    String contentDigest,
    long exchanges,
    List<PartInfo> parts,
    Provenance provenance,
    List<PolicyUse> policies,
    Baseline baseline,
    List<FindingCount> findings,
    SortedMap<String, Long> quarantined,
    long filtered,
    List<LineageRange> lineage,
    List<String> authorityHashes,
    SortedMap<String, Long> notes,
    List<String> blocked,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Uniqueness> uniqueness,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> approval) {

  public static final int FORMAT = 1;

  public SnapshotManifest {
    parts = List.copyOf(parts);
    // Manifests that were written before policies could change name none.
    policies = policies == null ? List.of() : List.copyOf(policies);
    findings = List.copyOf(findings);
    lineage = List.copyOf(lineage);
    authorityHashes = List.copyOf(authorityHashes);
    blocked = List.copyOf(blocked);
    uniqueness = uniqueness == null ? List.of() : List.copyOf(uniqueness);
    approval = approval == null ? Optional.empty() : approval;
    quarantined = Collections.unmodifiableSortedMap(new TreeMap<>(quarantined));
    notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
  }
}
