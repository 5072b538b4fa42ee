package dev.sluice.snapshot.manifest;

import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStore;

/** Makes manifests. A pure function of its input and the parts: no clock, host or attempt. */
public final class ManifestBuilder {
  private ManifestBuilder() {}

  /** Reads the parts' footers and makes the manifest; writes nothing. */
  public static SnapshotManifest seal(SealInput input, ObjectStore store) {
    throw new UnsupportedOperationException();
  }
}
