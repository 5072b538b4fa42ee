package dev.sluice.snapshot.stats;

import dev.sluice.model.PolicyTerms;
import dev.sluice.model.PolicyUse;
import dev.sluice.model.Provenance;
import dev.sluice.model.QuasiIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How many rows name which policy digest, and what is known of those policies. */
final class UsedPolicies {
  private final SortedMap<String, Long> rows = new TreeMap<>();
  private final SortedSet<PolicyTerms> terms = new TreeSet<>();

  /** The form in a part's footer. */
  record Form(SortedMap<String, Long> rows, List<PolicyTerms> terms) {}

  static UsedPolicies of(Form form) {
    UsedPolicies policies = new UsedPolicies();
    policies.rows.putAll(form.rows());
    policies.terms.addAll(form.terms());
    return policies;
  }

  Form form() {
    return new Form(rows, List.copyOf(terms));
  }

  void count(String policyDigest) {
    rows.merge(policyDigest, 1L, Long::sum);
  }

  void add(PolicyTerms more) {
    terms.add(more);
  }

  void merge(UsedPolicies other) {
    other.rows.forEach((digest, n) -> rows.merge(digest, n, Long::sum));
    terms.addAll(other.terms);
  }

  SortedSet<PolicyTerms> terms() {
    return terms;
  }

  /** The sets of fields that rows of that policy are measured by. */
  List<QuasiIdentifiers> quasiIdentifiers(String policyDigest) {
    return terms.stream()
        .filter(t -> t.provenance().policyDigest().equals(policyDigest))
        .flatMap(t -> t.quasiIdentifiers().stream())
        .toList();
  }

  /** Whether some policy leaves out what is rare. */
  boolean limitRarity() {
    return terms.stream().anyMatch(t -> t.rarity().isPresent());
  }

  /** Rows of which nothing is known, as those of older parts, count as {@code otherwise}. */
  List<PolicyUse> uses(long allRows, Provenance otherwise) {
    List<PolicyUse> uses = new ArrayList<>();
    long known = 0;
    for (PolicyTerms policy : terms) {
      long n = rows.getOrDefault(policy.provenance().policyDigest(), 0L);
      known += n;
      uses.add(new PolicyUse(policy.provenance(), n));
    }
    if (known < allRows || uses.isEmpty()) {
      uses.add(new PolicyUse(otherwise, allRows - known));
    }
    return uses;
  }
}
