package dev.sluice.flink.policy;

import java.time.Instant;

/**
 * One entry of the policy timeline. Immutable.
 *
 * @param timeline name of the timeline, drawn with its first entry
 * @param number from 1, without gaps
 * @param previous digest of the entry before; empty for the first
 * @param effectiveFrom captures of this time and later are under it
 * @param share of exchanges a shadow looks at, 0 to 1; 1 for what governs
 * @param policyDigest of the engine it makes, as the publisher's version computed it
 * @param by who published it, as that person says
 */
public record Publication(
    String timeline,
    long number,
    String previous,
    Kind kind,
    Instant effectiveFrom,
    double share,
    PolicyBundle bundle,
    String policyDigest,
    String by,
    String reason) {

  /** What an entry is for. */
  public enum Kind {
    /** Decides how captures are sanitized. */
    GOVERN,
    /** Only counts what it would have done; without policy and packs it ends the shadow before. */
    SHADOW
  }
}
