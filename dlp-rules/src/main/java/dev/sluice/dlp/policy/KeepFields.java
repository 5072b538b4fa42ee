package dev.sluice.dlp.policy;

import java.util.Set;
import java.util.TreeSet;

/**
 * Fields a reviewer called safe, for the strict profile.
 *
 * @param endpoint {@code METHOD /path/glob}, or {@code *}
 * @param direction {@code inbound}, {@code outbound} or {@code *}
 * @param status status or class ({@code 200}, {@code 2xx}), or {@code *}
 * @param paths locations such as {@code response.body:$.status}; {@code *} alone is all
 */
public record KeepFields(String endpoint, String direction, String status, Set<String> paths) {

  public KeepFields {
    paths = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(paths));
  }

  /** Whether this entry speaks about such an exchange. */
  public boolean appliesTo(String method, String path, String direction, int status) {
    return endpointMatches(method, path)
        && (this.direction.equals("*") || this.direction.equals(direction))
        && statusMatches(status);
  }

  /** Whether the location is on the list. */
  public boolean lists(String location) {
    return paths.contains(location) || paths.contains("*");
  }

  private boolean endpointMatches(String method, String path) {
    if (endpoint.equals("*")) {
      return true;
    }
    int space = endpoint.indexOf(' ');
    return space > 0
        && endpoint.substring(0, space).equalsIgnoreCase(method)
        && PathGlob.matches(endpoint.substring(space + 1), path);
  }

  private boolean statusMatches(int code) {
    return status.equals("*")
        || status.equals(Integer.toString(code))
        || (status.endsWith("xx") && status.charAt(0) - '0' == code / 100);
  }
}
