package dev.sluice.dlp.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The book of what one run wrote: which spans of which value in which part. Only these are exempt
 * from the second look. Not thread-safe.
 */
public final class Written {
  private record Key(String part, String value) {}

  private final Map<Key, List<int[]>> spans = new HashMap<>();
  private final Set<String> surrogates = new HashSet<>();
  private final Set<Key> replaced = new HashSet<>();

  /** Notes that the spans (start and end in turn) of the value were written by this run. */
  public void add(String part, String value, int[] written) {
    spans.computeIfAbsent(new Key(part, value), k -> new ArrayList<>(1)).add(written);
    for (int i = 0; i + 1 < written.length; i += 2) {
      surrogates.add(value.substring(written[i], written[i + 1]));
    }
  }

  /** Notes that the value stands for a finding that was a whole value. */
  public void addReplaced(String part, String value) {
    replaced.add(new Key(part, value));
  }

  /** Whether the value stands for a finding that was a whole value. */
  public boolean isReplaced(String part, String value) {
    return replaced.contains(new Key(part, value));
  }

  /** Whether all of {@code [start, end)} of that value lies in spans this run wrote. */
  public boolean covers(String part, String value, int start, int end) {
    for (int[] written : spans.getOrDefault(new Key(part, value), List.of())) {
      for (int i = 0; i + 1 < written.length; i += 2) {
        if (written[i] <= start && end <= written[i + 1]) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a text is, as a whole, something this run wrote. */
  public boolean wrote(String text) {
    return surrogates.contains(text);
  }

  /** Whether a text is, or is part of, something this run wrote. */
  public boolean isSurrogate(String text) {
    if (surrogates.contains(text)) {
      return true;
    }
    for (String surrogate : surrogates) {
      if (surrogate.contains(text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether at least half of a text is made of surrogates this run wrote. */
  public boolean isMostlySurrogate(String text) {
    for (String surrogate : surrogates) {
      if (surrogate.length() * 2 >= text.length() && text.contains(surrogate)) {
        return true;
      }
    }
    return isSurrogate(text);
  }
}
