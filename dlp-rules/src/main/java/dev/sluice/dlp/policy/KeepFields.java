package dev.sluice.dlp.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Fields a reviewer called safe, for the strict profile. Immutable.
 *
 * @param endpoint {@code METHOD /path/glob}, or {@code *}
 * @param direction {@code inbound}, {@code outbound} or {@code *}
 * @param status status or class ({@code 200}, {@code 2xx}), or {@code *}
 * @param paths locations such as {@code response.body:$.status}, each with the values that are safe
 *     there, none for any; {@code *} alone is all locations
 */
public record KeepFields(
    String endpoint, String direction, String status, SortedMap<String, SortedSet<String>> paths) {
  private static final String ANY = "*";

  public KeepFields {
    TreeMap<String, SortedSet<String>> copy = new TreeMap<>();
    paths.forEach(
        (path, values) -> copy.put(path, Collections.unmodifiableSortedSet(new TreeSet<>(values))));
    paths = Collections.unmodifiableSortedMap(copy);
  }

  /** Whether this entry speaks about such an exchange. */
  public boolean appliesTo(String method, String path, String direction, int status) {
    return endpointMatches(method, path)
        && (this.direction.equals(ANY) || this.direction.equals(direction))
        && statusMatches(status);
  }

  /** Whether that text is on the list at that location. */
  public boolean lists(String location, String text) {
    return lists(paths.get(ANY), text) || lists(paths.get(location), text);
  }

  private static boolean lists(@org.jspecify.annotations.Nullable Set<String> values, String text) {
    return values != null && (values.isEmpty() || values.contains(text));
  }

  /** The segments of the endpoint's path that are no wildcards. */
  public Set<String> literals() {
    Set<String> literals = new TreeSet<>();
    int space = endpoint.indexOf(' ');
    Stream<String> segments =
        space < 0 ? Stream.empty() : Arrays.stream(endpoint.substring(space + 1).split("/"));
    segments.filter(s -> !s.isEmpty() && s.indexOf('*') < 0).forEach(literals::add);
    return literals;
  }

  private boolean endpointMatches(String method, String path) {
    if (endpoint.equals(ANY)) {
      return true;
    }
    return Endpoints.matches(endpoint, method, path);
  }

  private boolean statusMatches(int code) {
    return status.equals(ANY)
        || status.equals(Integer.toString(code))
        || (status.endsWith("xx") && status.charAt(0) - '0' == code / 100);
  }
}
