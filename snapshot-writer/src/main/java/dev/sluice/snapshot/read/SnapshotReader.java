package dev.sluice.snapshot.read;

import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStore;
import java.nio.file.Path;
import java.util.List;

/** Reads one sealed snapshot. Thread-safe; cursors are not. */
public final class SnapshotReader {
  private SnapshotReader() {}

  /** Opens the snapshot whose manifest stands at the key. */
  public static SnapshotReader open(ObjectStore store, String manifestKey) {
    throw new UnsupportedOperationException();
  }

  /** Opens a snapshot's folder: one with a {@code manifest.json}, or with just one below it. */
  public static SnapshotReader open(Path folder) {
    throw new UnsupportedOperationException();
  }

  /** Folders below (or at) {@code root} that hold a {@code manifest.json}, sorted. */
  public static List<Path> folders(Path root) {
    throw new UnsupportedOperationException();
  }

  public SnapshotManifest manifest() {
    throw new UnsupportedOperationException();
  }

  /** {@code sha256:<hex>} of the manifest's bytes. */
  public String manifestDigest() {
    throw new UnsupportedOperationException();
  }

  /** Checks every part's checksum and the content digest; an empty list means all is well. */
  public List<Problem> verify() {
    throw new UnsupportedOperationException();
  }

  /** Exchanges in order of time, then id. */
  public ExchangeCursor exchanges(ReadFilter filter) {
    throw new UnsupportedOperationException();
  }
}
