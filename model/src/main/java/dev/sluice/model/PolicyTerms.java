package dev.sluice.model;

import java.util.Comparator;
import java.util.Optional;

/**
 * What a row's policy says that matters after the row was made. Travels with the rows to the part,
 * so that a manifest needs nothing else.
 *
 * @param block a snapshot that does not keep these limits cannot be approved
 * @param approve a snapshot that keeps these limits is approved without a reviewer
 * @param rarity endpoints of fewer subjects are not named in statistics; empty for no limit
 */
public record PolicyTerms(
    Provenance provenance, SealLimits block, Optional<SealLimits> approve, Optional<Integer> rarity)
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
  }

  public PolicyTerms(Provenance provenance) {
    this(provenance, SealLimits.NONE, Optional.empty(), Optional.empty());
  }

  @Override
  public int compareTo(PolicyTerms other) {
    return ORDER.compare(this, other);
  }
}
