package dev.sluice.flink.ledger;

import dev.sluice.model.PartInfo;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.manifest.ManifestStore;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.Comparator;
import java.util.Optional;

/** The revisions of a window as they stand in the bucket. */
public final class Revisions {
  private static final String END = "/manifest.json";

  private Revisions() {}

  /** What the keys of all revisions of a window begin with, up to their number. */
  public static String stem(SnapshotId id) {
    String prefix = id.withRevision(1).prefix();
    return prefix.substring(0, prefix.length() - 2);
  }

  /**
   * The newest revision, if there is one.
   *
   * @param stem as {@link #stem} gives it
   */
  public static Optional<SnapshotManifest> newest(ObjectStore store, String stem) {
    return store.list(stem).stream()
        .map(stat -> stat.key())
        .filter(key -> key.endsWith(END) && key.substring(stem.length()).matches("\\d+/.*"))
        .max(Comparator.comparingInt(key -> number(key, stem)))
        .map(key -> ManifestStore.parse(key, store.get(key)));
  }

  private static int number(String key, String stem) {
    return Integer.parseInt(key.substring(stem.length(), key.length() - END.length()));
  }

  /** Whether a manifest lists this part. */
  public static boolean lists(SnapshotManifest manifest, String part) {
    return manifest.parts().stream().map(PartInfo::key).anyMatch(part::equals);
  }
}
