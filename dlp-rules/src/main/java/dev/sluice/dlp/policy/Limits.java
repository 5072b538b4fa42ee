package dev.sluice.dlp.policy;

/**
 * Bounds on the work for one exchange; never on time, so that every run decides alike.
 *
 * @param maxBodyBytes largest body, decoded, in bytes
 * @param maxDepth deepest nesting of objects and arrays in one document
 * @param maxNesting most encodings inside one another (JSON in base64 in JSON …)
 * @param maxSteps most values looked at in one exchange
 */
public record Limits(int maxBodyBytes, int maxDepth, int maxNesting, int maxSteps) {

  /** 16 MiB, 200 levels, 6 encodings, 4 million values. */
  public static final Limits DEFAULTS = new Limits(16 << 20, 200, 6, 4_000_000);
}
