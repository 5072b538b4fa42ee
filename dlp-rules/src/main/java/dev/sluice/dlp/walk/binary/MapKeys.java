package dev.sluice.dlp.walk.binary;

import java.util.HashSet;
import java.util.Set;

/** Keys of one map as they are written: replaced keys stay apart from one another. */
final class MapKeys {
  private Set<String> written = Set.of();

  /** The key to write for one that was read. */
  String write(String key, Scope map) {
    String kept = map.key(key);
    if (kept.equals(key)) {
      return key;
    }
    written = written.isEmpty() ? new HashSet<>() : written;
    String candidate = kept;
    for (int n = 2; !written.add(candidate); n++) {
      candidate = kept + "-" + n;
    }
    return candidate;
  }
}
