package dev.sluice.snapshot.manifest;

import dev.sluice.model.SnapshotId;
import dev.sluice.model.catalog.RegisterRequest;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.List;

/**
 * Announcements of sealed manifests that the catalog polls: {@code
 * _outbox/<yyyy>/<mm>/<dd>/<snapshot-id>.json}. Thread-safe.
 */
public final class Outbox {
  /** First folder of all announcements. */
  public static final String PREFIX = "_outbox/";

  private Outbox() {}

  /** One announcement and where it stands. */
  public record Entry(String key, RegisterRequest request) {}

  /** Announces a manifest; again is harmless. */
  public static void announce(ObjectStore store, String manifestKey, String manifestDigest) {
    throw new UnsupportedOperationException();
  }

  /** What is announced, oldest window day first. */
  public static List<Entry> list(ObjectStore store) {
    throw new UnsupportedOperationException();
  }

  /** Takes an announcement away once the catalog has it. */
  public static void remove(ObjectStore store, Entry entry) {
    throw new UnsupportedOperationException();
  }

  static boolean isAnnounceable(String snapshotId) {
    return SnapshotId.isWellFormed(snapshotId);
  }
}
