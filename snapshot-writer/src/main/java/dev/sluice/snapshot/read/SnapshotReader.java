package dev.sluice.snapshot.read;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.manifest.ManifestStore;
import dev.sluice.snapshot.store.DirStore;
import dev.sluice.snapshot.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads one sealed snapshot. The manifest is read when it is opened, parts only as far as they are
 * needed. Does not close the store. Thread-safe; cursors are not.
 */
public final class SnapshotReader {
  private static final String MANIFEST = "manifest.json";

  private final SnapshotManifest manifest;
  private final String manifestKey;
  private final String manifestDigest;
  private final PartSource parts;

  private SnapshotReader(String manifestKey, byte[] manifest, PartSource parts) {
    this.manifestKey = manifestKey;
    this.manifest = ManifestStore.parse(manifestKey, manifest);
    this.manifestDigest = ContentDigest.of(manifest);
    this.parts = parts;
  }

  /** Opens the snapshot whose manifest stands at the key. */
  public static SnapshotReader open(ObjectStore store, String manifestKey) {
    return new SnapshotReader(manifestKey, store.get(manifestKey), PartSource.bucket(store));
  }

  /** Opens a snapshot's folder: one with a {@code manifest.json}, or with just one below it. */
  public static SnapshotReader open(Path folder) {
    List<Path> found = folders(folder);
    if (found.size() != 1) {
      throw new SluiceException(
          found.isEmpty()
              ? "no snapshot in " + folder + ": no manifest.json there or below"
              : found.size()
                  + " snapshots in "
                  + folder
                  + "; name one of them, for example "
                  + found.get(0));
    }
    return openExactly(found.get(0));
  }

  /** Folders below (or at) {@code root} that hold a {@code manifest.json}, sorted. */
  public static List<Path> folders(Path root) {
    if (Files.isRegularFile(root.resolve(MANIFEST))) {
      return List.of(root);
    }
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.endsWith(MANIFEST) && Files.isRegularFile(file))
          .map(file -> file.resolveSibling(""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new SluiceException("cannot list " + root + ": " + e.getClass().getSimpleName());
    }
  }

  public SnapshotManifest manifest() {
    return manifest;
  }

  /** {@code sha256:<hex>} of the manifest's bytes: what approvals and pins bind. */
  public String manifestDigest() {
    return manifestDigest;
  }

  /** Fails unless the manifest is the one that a catalog, pin or lockfile names. */
  public SnapshotReader requireManifest(String expectedDigest) {
    if (!manifestDigest.equals(expectedDigest)) {
      throw new SluiceException(
          "manifest " + manifestKey + " is " + manifestDigest + ", expected " + expectedDigest);
    }
    return this;
  }

  /**
   * Checks every part's size and checksum, and everything in the manifest that follows from rows
   * and footers: content digest, counts, times, baseline, findings. What does not follow from them
   * (provenance, counts of quarantined records) is bound by the manifest's digest alone: see {@link
   * #requireManifest}.
   *
   * @return what is wrong; empty if all is well
   */
  public List<Problem> verify() {
    return new Verification(manifestKey, manifest, parts).run();
  }

  /** Exchanges in order of time, then id. */
  public ExchangeCursor exchanges(ReadFilter filter) {
    return new MergingCursor(manifest.parts(), parts, filter);
  }

  private static SnapshotReader openExactly(Path given) {
    Path folder = given.toAbsolutePath().normalize();
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(folder.resolve(MANIFEST));
    } catch (IOException e) {
      throw new SluiceException("cannot read " + folder + "/" + MANIFEST);
    }
    SnapshotManifest manifest = ManifestStore.parse(folder + "/" + MANIFEST, bytes);
    Path prefix = Path.of(ManifestStore.idOf(manifest).prefix());
    Path root = folder;
    if (folder.endsWith(prefix)) {
      for (int i = 0; i < prefix.getNameCount(); i++) {
        root = root.resolve("..").normalize();
      }
    }
    String inRoot = root.relativize(folder).toString().replace('\\', '/');
    return new SnapshotReader(
        folder + "/" + MANIFEST,
        bytes,
        PartSource.folder(DirStore.open(root), root, inRoot.isEmpty() ? "" : inRoot + "/"));
  }
}
