package dev.sluice.flink;

import dev.sluice.flink.access.S3Credentials;
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

  /**
   * The bucket, with the credentials of the process that opens it. A cluster keeps the job's graph
   * on disk; this way no credentials are in it.
   */
  static StoreOpener s3FromEnvironment(String endpoint, String region, String bucket) {
    return () -> S3Store.open(S3Credentials.of(System.getenv()).bucket(endpoint, region, bucket));
  }
}
