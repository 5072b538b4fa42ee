package dev.sluice.snapshot.manifest;

import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStore;

/** Writes each manifest once, and reads them. Thread-safe. */
public final class ManifestStore {
  private final ObjectStore store;

  public ManifestStore(ObjectStore store) {
    this.store = store;
  }

  /**
   * Writes the manifest at its key unless one stands there.
   *
   * @return what stands there now; on {@link Published.Outcome#CONFLICT} the next revision is the
   *     caller's decision
   */
  public Published publish(SnapshotManifest manifest) {
    throw new UnsupportedOperationException(store.toString());
  }

  /** The manifest at the key. */
  public SnapshotManifest read(String manifestKey) {
    throw new UnsupportedOperationException();
  }
}
