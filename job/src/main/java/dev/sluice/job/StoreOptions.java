package dev.sluice.job;

import dev.sluice.flink.StoreOpener;
import dev.sluice.flink.access.S3Credentials;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.S3Config;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which bucket a command works on. Credentials come from the environment, or a file it names. */
public final class StoreOptions {
  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      defaultValue = "${env:SLUICE_S3_ENDPOINT}",
      description = "S3-compatible endpoint (or SLUICE_S3_ENDPOINT).")
  private @Nullable String endpoint;

  @Option(
      names = "--bucket",
      paramLabel = "NAME",
      defaultValue = "${env:SLUICE_BUCKET:-sluice}",
      description = "Bucket (or SLUICE_BUCKET); default: sluice.")
  private String bucket;

  @Option(
      names = "--s3-region",
      paramLabel = "NAME",
      defaultValue = "${env:AWS_REGION:-us-east-1}",
      description = "Region (or AWS_REGION); default: us-east-1.")
  private String region;

  /** Whether a bucket is named. */
  public boolean isGiven() {
    return endpoint != null && !endpoint.isBlank();
  }

  /** The bucket, with the credentials that the environment holds or names a file of. */
  public S3Config config(Map<String, String> environment) {
    return S3Credentials.of(environment).bucket(endpoint(), region, bucket);
  }

  /**
   * Opens the bucket with the environment of whichever process needs it: the credentials do not
   * travel with the job.
   */
  public StoreOpener opener() {
    return StoreOpener.s3FromEnvironment(endpoint(), region, bucket);
  }

  private String endpoint() {
    if (endpoint == null || endpoint.isBlank()) {
      throw new SluiceException("no bucket: give --s3-endpoint URL or set SLUICE_S3_ENDPOINT");
    }
    return endpoint;
  }
}
