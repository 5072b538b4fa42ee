package dev.sluice.model;

/** What the gate decided for one record. */
public sealed interface Verdict {
  /** Sanitized and checked. */
  record Pass(SanitizedExchange exchange) implements Verdict {}

  /**
   * Not passed on.
   *
   * @param errorClass class name of the failure behind it, or empty; never a message
   */
  record Quarantine(QuarantineReason reason, String errorClass) implements Verdict {
    public Quarantine(QuarantineReason reason) {
      this(reason, "");
    }
  }

  /** Left out by a policy's drop rule, counted. */
  record Filtered(String rule) implements Verdict {}

  /** Left out by sampling, counted. */
  record SampledOut(String stratum) implements Verdict {}
}
