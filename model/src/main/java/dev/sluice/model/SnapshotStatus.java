package dev.sluice.model;

/**
 * The governance state of a snapshot. Only {@link #APPROVED} is served to replay clients unless
 * they ask otherwise.
 */
public enum SnapshotStatus {
  /** A block condition of the policy holds. */
  BLOCKED,
  /** Waits for a review. */
  PENDING,
  APPROVED,
  REJECTED,
  /** Was approved; something newer should be used. */
  DEPRECATED,
  /** Its content is gone; the catalog answers 410. */
  ERASED,
  /** Made in process into a folder; no catalog knows it. */
  LOCAL
}
