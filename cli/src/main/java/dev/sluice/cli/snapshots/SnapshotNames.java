package dev.sluice.cli.snapshots;

import dev.sluice.catalog.client.CatalogClient;
import dev.sluice.catalog.client.ResolveOptions;
import dev.sluice.cli.io.CatalogOptions;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.read.SnapshotReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds what a name means: a folder if it looks like a path or is one, else an id or a name the
 * catalog resolves.
 */
final class SnapshotNames {
  private final CatalogOptions catalog;
  private final boolean anyStatus;

  SnapshotNames(CatalogOptions catalog, boolean anyStatus) {
    this.catalog = catalog;
    this.anyStatus = anyStatus;
  }

  static boolean isFolder(String name) {
    return name.startsWith(".")
        || name.startsWith("/")
        || (name.contains("/") && !name.contains("@"))
        || Files.isDirectory(Path.of(name));
  }

  /** Manifests of a folder (one or more) or of one snapshot of the catalog. */
  List<SnapshotManifest> manifests(String name) {
    if (isFolder(name)) {
      return folders(name).stream().map(f -> SnapshotReader.open(f).manifest()).toList();
    }
    CatalogClient client = catalog.client();
    return List.of(client.manifest(id(client, name)));
  }

  /** Folders with a manifest at or below the one named. */
  static List<Path> folders(String name) {
    Path root = Path.of(name);
    if (!Files.isDirectory(root)) {
      throw new SluiceException("no such folder: " + name);
    }
    List<Path> found = SnapshotReader.folders(root);
    if (found.isEmpty()) {
      throw new SluiceException("no snapshot (manifest.json) in or below " + name);
    }
    return found;
  }

  /** The snapshot id a name stands for in the catalog. */
  String id(CatalogClient client, String name) {
    if (SnapshotId.isWellFormed(name)) {
      return name;
    }
    if (!name.contains("@")) {
      throw new SluiceException(
          "'"
              + name
              + "' is no snapshot name; say ID, service@latest, service@LABEL, service@TIME or ./DIR");
    }
    return client.resolve(name, anyStatus ? ResolveOptions.any() : ResolveOptions.approved()).id();
  }
}
