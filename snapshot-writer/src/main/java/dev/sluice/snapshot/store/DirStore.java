package dev.sluice.snapshot.store;

import java.nio.file.Path;

/** An {@link ObjectStore} over a folder. Thread-safe, also between processes. */
public final class DirStore {
  private DirStore() {}

  /** Uses the folder, creating it if needed. */
  public static ObjectStore open(Path root) {
    throw new UnsupportedOperationException();
  }
}
