package dev.sluice.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a row's policy says that matters after the row was made. Travels with the rows to the part,
 * so that a manifest needs nothing else.
 *
 * @param block a snapshot that does not keep these limits cannot be approved
 * @param approve a snapshot that keeps these limits is approved without a reviewer
 * @param rarity endpoints and locations of findings of fewer subjects are not named in statistics;
 *     empty for no limit
 * @param quasiIdentifiers sets of fields whose uniqueness is measured
 */
public record PolicyTerms(
    Provenance provenance,
    SealLimits block,
    Optional<SealLimits> approve,
    Optional<Integer> rarity,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuasiIdentifiers> quasiIdentifiers)
    implements Comparable<PolicyTerms> {
  private static final Comparator<PolicyTerms> ORDER =
      Comparator.comparing((PolicyTerms t) -> t.provenance().policyDigest())
          .thenComparing(t -> t.provenance().keyId())
          .thenComparing(t -> t.provenance().engineVersion());

  public PolicyTerms {
    // Parts and checkpoints written before policies had conditions name none.
    block = block == null ? SealLimits.NONE : block;
    approve = approve == null ? Optional.empty() : approve;
    rarity = rarity == null ? Optional.empty() : rarity;
    quasiIdentifiers = quasiIdentifiers == null ? List.of() : List.copyOf(quasiIdentifiers);
  }

  public PolicyTerms(Provenance provenance) {
    this(provenance, SealLimits.NONE, Optional.empty(), Optional.empty(), List.of());
  }

  /** The same for a snapshot that nobody judges: what is rare or unique still counts. */
  public PolicyTerms withoutLimits() {
    return new PolicyTerms(provenance, SealLimits.NONE, Optional.empty(), rarity, quasiIdentifiers);
  }

  @Override
  public int compareTo(PolicyTerms other) {
    return ORDER.compare(this, other);
  }
}
