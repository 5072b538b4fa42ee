package dev.sluice.snapshot.store;

import java.io.Serializable;

/**
 * How to reach a bucket. Does not print the secret.
 *
 * @param endpoint {@code http(s)://host[:port]}
 */
public record S3Config(
    String endpoint, String region, String bucket, String accessKey, String secretKey)
    implements Serializable {
  @Override
  public String toString() {
    return "s3 " + endpoint + "/" + bucket;
  }
}
