package dev.sluice.dlp.transform;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A transform with its parameters, as a policy names it. Immutable.
 *
 * @param name one of {@link Transforms#names()}
 * @param parameters by name, each with one or more values; see {@link TransformKind#parameters()}
 */
public record TransformSpec(String name, SortedMap<String, List<String>> parameters) {

  public TransformSpec {
    TreeMap<String, List<String>> copy = new TreeMap<>();
    parameters.forEach((key, values) -> copy.put(key, List.copyOf(values)));
    parameters = Collections.unmodifiableSortedMap(copy);
  }

  /** The transform as it is without parameters. */
  public static TransformSpec of(String name) {
    return new TransformSpec(name, Collections.emptySortedMap());
  }

  /** The transform with one more parameter. */
  public TransformSpec with(String parameter, String... values) {
    TreeMap<String, List<String>> more = new TreeMap<>(parameters);
    more.put(parameter, List.of(values));
    return new TransformSpec(name, more);
  }

  /** The first value of a parameter, if it was given. */
  Optional<String> text(String parameter) {
    return values(parameter).stream().findFirst();
  }

  /** A whole number; parameters are checked when a policy is read. */
  int number(String parameter, int standard) {
    return text(parameter).map(Integer::parseInt).orElse(standard);
  }

  List<String> values(String parameter) {
    return parameters.getOrDefault(parameter, List.of());
  }
}
