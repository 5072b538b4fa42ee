package dev.sluice.snapshot.manifest;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.Arrays;

/** Writes each manifest once, and reads them. Thread-safe. */
public final class ManifestStore {
  private final ObjectStore store;

  public ManifestStore(ObjectStore store) {
    this.store = store;
  }

  /** The bytes a manifest is written as; equal manifests give equal bytes. */
  public static byte[] bytes(SnapshotManifest manifest) {
    return SluiceJson.bytes(manifest);
  }

  /**
   * Writes the manifest at its key unless one stands there.
   *
   * @return what stands there now; on {@link Published.Outcome#CONFLICT} the next revision is the
   *     caller's decision
   */
  public Published publish(SnapshotManifest manifest) {
    String key = keyOf(manifest);
    byte[] bytes = bytes(manifest);
    if (store.putIfAbsent(key, bytes, ObjectStore.JSON)) {
      return new Published(Published.Outcome.CREATED, key, ContentDigest.of(bytes), manifest);
    }
    byte[] there = store.get(key);
    SnapshotManifest stored = parse(key, there);
    boolean same =
        Arrays.equals(there, bytes) || stored.contentDigest().equals(manifest.contentDigest());
    return new Published(
        same ? Published.Outcome.ALREADY_SAME : Published.Outcome.CONFLICT,
        key,
        ContentDigest.of(there),
        stored);
  }

  /** The manifest at the key. */
  public SnapshotManifest read(String manifestKey) {
    return parse(manifestKey, store.get(manifestKey));
  }

  /** Reads a manifest's bytes; {@code key} is for messages only. */
  public static SnapshotManifest parse(String key, byte[] bytes) {
    SnapshotManifest manifest;
    try {
      manifest = SluiceJson.read(bytes, SnapshotManifest.class);
    } catch (SluiceException | NullPointerException e) {
      throw new SluiceException("manifest " + key + " is damaged: " + reason(e));
    }
    if (manifest.format() != SnapshotManifest.FORMAT) {
      throw new SluiceException(
          "manifest "
              + key
              + " has format "
              + manifest.format()
              + "; this Sluice reads "
              + SnapshotManifest.FORMAT);
    }
    return manifest;
  }

  private static String reason(RuntimeException e) {
    return e instanceof SluiceException ? String.valueOf(e.getMessage()) : "a field is missing";
  }

  private static String keyOf(SnapshotManifest manifest) {
    SnapshotId id = idOf(manifest);
    if (!id.toString().equals(manifest.snapshotId())) {
      throw new SluiceException(
          "manifest " + manifest.snapshotId() + " does not match its own window");
    }
    return id.manifestKey();
  }

  /** The id that a manifest's fields make. */
  public static SnapshotId idOf(SnapshotManifest manifest) {
    return new SnapshotId(
        manifest.service(),
        manifest.env(),
        manifest.windowStart(),
        java.time.Duration.between(manifest.windowStart(), manifest.windowEnd()),
        manifest.run(),
        manifest.revision());
  }
}
