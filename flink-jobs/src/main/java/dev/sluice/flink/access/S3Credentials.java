package dev.sluice.flink.access;

import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.S3Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bucket's key pair as one process finds it: the variables {@code AWS_ACCESS_KEY_ID} and {@code
 * AWS_SECRET_ACCESS_KEY}, or a profile of the file {@code AWS_SHARED_CREDENTIALS_FILE}, as AWS' own
 * tools have them. Does not print the secret.
 */
public record S3Credentials(String accessKey, String secretKey) {
  /**
   * Those of an environment; variables win over the file.
   *
   * @throws SluiceException if there are none, or the file is for others to read too
   */
  public static S3Credentials of(Map<String, String> environment) {
    String access = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
    String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
    if (!access.isBlank() && !secret.isBlank()) {
      return new S3Credentials(access, secret);
    }
    String file = environment.getOrDefault("AWS_SHARED_CREDENTIALS_FILE", "");
    if (file.isBlank()) {
      throw new SluiceException(
          "no credentials for the bucket: set "
              + (access.isBlank() ? "AWS_ACCESS_KEY_ID" : "AWS_SECRET_ACCESS_KEY")
              + " or AWS_SHARED_CREDENTIALS_FILE");
    }
    return fromFile(Path.of(file), environment.getOrDefault("AWS_PROFILE", "default"));
  }

  /** A bucket that is opened with them. */
  public S3Config bucket(String endpoint, String region, String bucket) {
    return new S3Config(endpoint, region, bucket, accessKey, secretKey);
  }

  private static S3Credentials fromFile(Path file, String profile) {
    Map<String, String> values = profile(file, profile);
    String access = values.getOrDefault("aws_access_key_id", "");
    String secret = values.getOrDefault("aws_secret_access_key", "");
    if (access.isEmpty() || secret.isEmpty()) {
      throw new SluiceException(
          file + " has no aws_access_key_id and aws_secret_access_key under [" + profile + "]");
    }
    return new S3Credentials(access, secret);
  }

  private static Map<String, String> profile(Path file, String profile) {
    Map<String, String> values = new HashMap<>();
    String section = "";
    for (String line : lines(file)) {
      String text = line.strip();
      int equals = text.indexOf('=');
      if (text.startsWith("[") && text.endsWith("]")) {
        section = text.substring(1, text.length() - 1).strip();
      } else if (section.equals(profile) && equals > 0 && !text.startsWith("#")) {
        values.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
      }
    }
    return values;
  }

  private static List<String> lines(Path file) {
    SecretFile.requirePrivate(file);
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SluiceException(
          "cannot read the bucket's credentials in " + file + "; check that it is there and yours");
    }
  }

  @Override
  public String toString() {
    return "[credentials]";
  }
}
