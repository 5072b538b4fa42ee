package dev.sluice.flink;

import dev.sluice.model.SluiceException;
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
   * The bucket, with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the process that opens it. A
   * cluster keeps the job's graph on disk; this way no credentials are in it.
   */
  static StoreOpener s3FromEnvironment(String endpoint, String region, String bucket) {
    return () ->
        S3Store.open(
            new S3Config(
                endpoint,
                region,
                bucket,
                variable("AWS_ACCESS_KEY_ID"),
                variable("AWS_SECRET_ACCESS_KEY")));
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new SluiceException("no credentials for the bucket: set " + name);
    }
    return value;
  }
}
