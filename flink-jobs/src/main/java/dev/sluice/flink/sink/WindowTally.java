package dev.sluice.flink.sink;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records of a window that are not rows.
 *
 * @param quarantined by reason code
 */
public record WindowTally(SortedMap<String, Long> quarantined, long filtered) {
  static final WindowTally NONE = new WindowTally(new TreeMap<>(), 0);

  public WindowTally {
    quarantined = Collections.unmodifiableSortedMap(new TreeMap<>(quarantined));
  }

  WindowTally plus(WindowTally other) {
    TreeMap<String, Long> sum = new TreeMap<>(quarantined);
    other.quarantined.forEach((reason, n) -> sum.merge(reason, n, Long::sum));
    return new WindowTally(sum, filtered + other.filtered);
  }
}
