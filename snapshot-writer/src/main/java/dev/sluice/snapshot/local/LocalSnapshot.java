package dev.sluice.snapshot.local;

import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.SnapshotStatus;
import java.nio.file.Path;

/** A snapshot that was made in process. */
public record LocalSnapshot(
    Path folder, String manifestKey, String manifestDigest, SnapshotManifest manifest) {
  /** Always {@link SnapshotStatus#LOCAL}: no catalog knows it. */
  public SnapshotStatus status() {
    return SnapshotStatus.LOCAL;
  }
}
