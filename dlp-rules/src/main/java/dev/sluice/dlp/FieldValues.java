package dev.sluice.dlp;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values of one field, counted. Not thread-safe. */
public final class FieldValues {
  private static final int MOST_VALUES = 200;
  private static final int MOST_SHAPES = 3;
  private static final int LONGEST = 64;

  private final SortedMap<String, Long> counts = new TreeMap<>();
  private final Set<String> shapes = new TreeSet<>();
  private long seen;
  private boolean many;
  private boolean sensitive;
  private boolean prose;

  void add(String value, boolean finding, boolean isProse) {
    seen++;
    sensitive |= finding;
    prose |= isProse;
    if (shapes.size() < MOST_SHAPES) {
      shapes.add(Shapes.of(value));
    }
    if (value.length() > LONGEST || (counts.size() == MOST_VALUES && !counts.containsKey(value))) {
      many = true;
    } else {
      counts.merge(value, 1L, Long::sum);
    }
  }

  /** How often the field was there. */
  public long seen() {
    return seen;
  }

  /** How many different values it had, counted up to 200. */
  public int distinct() {
    return many ? Math.max(MOST_VALUES, counts.size()) : counts.size();
  }

  /** Up to three shapes of values: letters as {@code a} or {@code A}, digits as {@code 9}. */
  public Set<String> shapes() {
    return Collections.unmodifiableSet(shapes);
  }

  /** Whether anything was found and replaced here, ever. */
  public boolean isSensitive() {
    return sensitive;
  }

  /** Whether natural language stood here. */
  public boolean isProse() {
    return prose;
  }

  /** The values of a sanitized field that were there at least so many times. */
  public Set<String> values(long least) {
    Set<String> frequent = new TreeSet<>();
    counts.forEach(
        (value, n) -> {
          if (n >= least) {
            frequent.add(value);
          }
        });
    return frequent;
  }
}
