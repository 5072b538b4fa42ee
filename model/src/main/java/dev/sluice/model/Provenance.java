package dev.sluice.model;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Under what an exchange was sanitized.
 *
 * @param engineVersion Sluice's version
 * @param profile {@code strict}, {@code balanced}, or {@code mixed} where endpoints differ
 * @param policyDigest SHA-256 of the policy and all packs
 * @param rulePackDigests pack name to SHA-256
 * @param keyId names the tokenization key, does not reveal it
 */
public record Provenance(
    String engineVersion,
    String profile,
    String policyDigest,
    SortedMap<String, String> rulePackDigests,
    String keyId) {
  public Provenance {
    rulePackDigests = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rulePackDigests));
  }

  /** The same under another profile. */
  public Provenance withProfile(String other) {
    return new Provenance(engineVersion, other, policyDigest, rulePackDigests, keyId);
  }
}
