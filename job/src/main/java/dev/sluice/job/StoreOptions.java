package dev.sluice.job;

import dev.sluice.flink.StoreOpener;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.S3Config;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which bucket a command works on. Credentials come from the environment only. */
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

  /** The bucket, with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the environment. */
  public S3Config config(Map<String, String> environment) {
    return new S3Config(
        endpoint(),
        region,
        bucket,
        variable(environment, "AWS_ACCESS_KEY_ID"),
        variable(environment, "AWS_SECRET_ACCESS_KEY"));
  }

  /**
   * Opens the bucket with the variables of whichever process needs it: the credentials do not
   * travel with the job.
   */
  StoreOpener opener() {
    return StoreOpener.s3FromEnvironment(endpoint(), region, bucket);
  }

  private String endpoint() {
    if (endpoint == null || endpoint.isBlank()) {
      throw new SluiceException("no bucket: give --s3-endpoint URL or set SLUICE_S3_ENDPOINT");
    }
    return endpoint;
  }

  private static String variable(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new SluiceException("no credentials for the bucket: set " + name);
    }
    return value;
  }
}
