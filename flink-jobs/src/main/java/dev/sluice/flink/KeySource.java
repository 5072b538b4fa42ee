package dev.sluice.flink;

import dev.sluice.dlp.keys.KeyRing;
import java.io.Serializable;

/**
 * Where the tokenization key is found. Only the place travels with the job, never the key: each
 * process that sanitizes opens it for itself.
 *
 * @param kind file or environment variable
 * @param name path of the file, or name of the variable
 */
public record KeySource(Kind kind, String name) implements Serializable {
  /** What kind of place it is. */
  public enum Kind {
    FILE,
    ENVIRONMENT
  }

  public static KeySource file(String path) {
    return new KeySource(Kind.FILE, path);
  }

  /** The variable {@link KeyRing#ENVIRONMENT}. */
  public static KeySource environment() {
    return new KeySource(Kind.ENVIRONMENT, KeyRing.ENVIRONMENT);
  }

  @Override
  public String toString() {
    return kind == Kind.FILE ? "file " + name : "environment variable " + name;
  }
}
