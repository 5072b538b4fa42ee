package dev.sluice.flink.sanitize;

import dev.sluice.model.PolicyTerms;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.RecordPointer;
import java.util.Optional;

/** What the sanitizer hands to the writer: the outcome of one record, or a mark of progress. */
public sealed interface Outcome {
  /** The outcome of one record. */
  sealed interface OfRecord extends Outcome {
    RecordPointer at();
  }

  /** The window a record belongs to, where service and time are known. */
  static Optional<WindowKey> windowOf(OfRecord outcome) {
    if (outcome instanceof Row row) {
      return Optional.of(row.window());
    }
    if (outcome instanceof Quarantined q) {
      return q.window();
    }
    return outcome instanceof Filtered f ? f.window() : ((Sampled) outcome).window();
  }

  /**
   * Passed on.
   *
   * @param row encoded sanitized exchange
   * @param terms of the policy it was sanitized under
   * @param authorityHash salted hash of the raw authority, empty if it had none
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      RecordPointer at, WindowKey window, byte[] row, PolicyTerms terms, String authorityHash)
      implements OfRecord {}

  /**
   * Not passed on.
   *
   * @param window where service and time are known
   */
  record Quarantined(RecordPointer at, QuarantineReason reason, Optional<WindowKey> window)
      implements OfRecord {}

  /** Left out by a drop rule. */
  record Filtered(RecordPointer at, Optional<WindowKey> window) implements OfRecord {}

  /** Left out by sampling. */
  record Sampled(RecordPointer at, Optional<WindowKey> window) implements OfRecord {}

  /**
   * Where event time stands.
   *
   * @param watermark milliseconds since the epoch; no earlier record is expected
   * @param idle whether no partition of this subtask delivers
   */
  record Mark(long watermark, boolean idle) implements Outcome {}
}
