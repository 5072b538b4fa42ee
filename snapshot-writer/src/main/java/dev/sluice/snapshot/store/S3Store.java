package dev.sluice.snapshot.store;

/** An {@link ObjectStore} over an S3-compatible bucket. Thread-safe. */
public final class S3Store {
  private S3Store() {}

  /** Connects; no request is made until the first call. */
  public static ObjectStore open(S3Config config) {
    throw new UnsupportedOperationException();
  }

  /** Connects and creates the bucket if it is missing. */
  public static ObjectStore openOrCreate(S3Config config) {
    throw new UnsupportedOperationException();
  }
}
