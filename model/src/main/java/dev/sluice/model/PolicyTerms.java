package dev.sluice.model;

import java.util.Comparator;

/**
 * What a row's policy says that matters after the row was made. Travels with the rows to the part,
 * so that a manifest needs nothing else.
 */
public record PolicyTerms(Provenance provenance) implements Comparable<PolicyTerms> {
  private static final Comparator<PolicyTerms> ORDER =
      Comparator.comparing((PolicyTerms t) -> t.provenance().policyDigest())
          .thenComparing(t -> t.provenance().keyId())
          .thenComparing(t -> t.provenance().engineVersion());

  @Override
  public int compareTo(PolicyTerms other) {
    return ORDER.compare(this, other);
  }
}
