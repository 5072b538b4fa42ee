package dev.sluice.snapshot.manifest;

import dev.sluice.model.SnapshotManifest;

/**
 * What came of publishing a manifest.
 *
 * @param manifestKey where it stands
 * @param manifestDigest {@code sha256:<hex>} of the bytes that stand there
 * @param stored the manifest that stands there: the given one but for a conflict
 */
public record Published(
    Outcome outcome, String manifestKey, String manifestDigest, SnapshotManifest stored) {
  /** How it ended. */
  public enum Outcome {
    /** This call wrote it. */
    CREATED,
    /** The same bytes, or another manifest of the same content, stood there. */
    ALREADY_SAME,
    /** A manifest of other content stands there. */
    CONFLICT
  }
}
