package dev.sluice.catalog.server.index;

import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.model.ContentDigest;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.StoreException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads manifests from the bucket and checks them; keeps the last ones. Thread-safe. */
final class ManifestSource {
  private static final int CAPACITY = 128;

  /** A manifest with the bytes it was read from. */
  record Loaded(String key, String digest, byte[] bytes, SnapshotManifest manifest) {}

  private final ObjectStore store;
  private final Map<String, Loaded> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Loaded> eldest) {
          return size() > CAPACITY;
        }
      };

  ManifestSource(ObjectStore store) {
    this.store = store;
  }

  /** The manifest of an indexed snapshot, unchanged since it was registered. */
  Loaded of(SnapshotSummary snapshot) {
    synchronized (recent) {
      Loaded known = recent.get(snapshot.manifestDigest());
      if (known != null) {
        return known;
      }
    }
    Loaded loaded = load(snapshot.manifestKey());
    requireDigest(loaded, snapshot.manifestDigest());
    synchronized (recent) {
      recent.put(loaded.digest(), loaded);
    }
    return loaded;
  }

  /** Reads a manifest at a key and checks that it belongs there. */
  Loaded load(String key) {
    requireManifestKey(key);
    byte[] bytes = fetch(key);
    SnapshotManifest manifest = parse(bytes);
    requirePlace(key, manifest);
    return new Loaded(key, ContentDigest.of(bytes), bytes, manifest);
  }

  static void requireDigest(Loaded loaded, String digest) {
    if (!loaded.digest().equals(digest)) {
      throw ErrorCode.DIGEST_CONFLICT.with(
          "the manifest of "
              + loaded.manifest().snapshotId()
              + " in the bucket does not have the digest given for it");
    }
  }

  private byte[] fetch(String key) {
    try {
      return store.get(key);
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.NOT_FOUND) {
        throw ErrorCode.MISSING_MANIFEST.with("no manifest at the given key; was it published?");
      }
      throw ErrorCode.STORE_UNAVAILABLE.with("the object store did not deliver a manifest");
    }
  }

  private static SnapshotManifest parse(byte[] bytes) {
    try {
      return SluiceJson.read(bytes, SnapshotManifest.class);
    } catch (SluiceException | IllegalArgumentException | NullPointerException e) {
      throw ErrorCode.BAD_MANIFEST.with("the object at the given key is not a snapshot manifest");
    }
  }

  private static void requireManifestKey(String key) {
    String[] folders = key.split("/", -1);
    boolean ours =
        folders.length == 7
            && folders[6].equals("manifest.json")
            && SnapshotId.isWellFormed(folders[5])
            && List.of(folders).subList(0, 5).stream().allMatch(f -> f.matches("[a-z0-9-]{1,63}"));
    if (!ours) {
      throw ErrorCode.BAD_REQUEST.with(
          "manifestKey must look like <env>/<service>/<yyyy>/<mm>/<dd>/<snapshot-id>/manifest.json");
    }
  }

  /** The id, the folder and the fields must tell the same story, and parts stay in its folders. */
  private static void requirePlace(String key, SnapshotManifest m) {
    if (m.format() != SnapshotManifest.FORMAT) {
      throw ErrorCode.BAD_MANIFEST.with("manifest format " + m.format() + " is not known here");
    }
    SnapshotId id =
        new SnapshotId(
            m.service(),
            m.env(),
            m.windowStart(),
            Duration.between(m.windowStart(), m.windowEnd()),
            m.run(),
            m.revision());
    if (!id.toString().equals(m.snapshotId()) || !id.manifestKey().equals(key)) {
      throw ErrorCode.BAD_MANIFEST.with(
          "the manifest's id, window and key do not belong together; expected " + id.manifestKey());
    }
    String home = m.env() + "/" + m.service() + "/";
    List<String> strays =
        m.parts().stream()
            .map(p -> p.key())
            .filter(k -> !k.startsWith(home) || k.contains(".."))
            .collect(Collectors.toList());
    if (!strays.isEmpty()) {
      throw ErrorCode.BAD_MANIFEST.with(
          strays.size() + " parts lie outside the folder of " + home + "; they are not served");
    }
  }
}
