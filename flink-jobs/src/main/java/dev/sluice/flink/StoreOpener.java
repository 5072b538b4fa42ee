package dev.sluice.flink;

import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Config;
import dev.sluice.snapshot.store.S3Store;
import java.io.Serializable;

/** Opens the bucket in whichever process needs it. */
@FunctionalInterface
public interface StoreOpener extends Serializable {
  /** A connection of the caller's own, to be closed by it. */
  ObjectStore open();

  /** The bucket of this configuration. */
  static StoreOpener s3(S3Config config) {
    return () -> S3Store.open(config);
  }
}
