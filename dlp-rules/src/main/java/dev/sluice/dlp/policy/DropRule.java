package dev.sluice.dlp.policy;

/**
 * Leaves exchanges out of all snapshots, counted.
 *
 * @param name shown in counts
 * @param method HTTP method, or {@code *}
 * @param path glob over the URL's path: {@code *} is one segment, {@code **} any number
 */
public record DropRule(String name, String method, String path) {

  /** Whether an exchange with that method and raw path is left out. */
  public boolean matches(String requestMethod, String requestPath) {
    return (method.equals("*") || method.equalsIgnoreCase(requestMethod))
        && PathGlob.matches(path, requestPath);
  }
}
