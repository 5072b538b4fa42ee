package dev.sluice.snapshot.store;

/** What may be a key in both kinds of store. */
final class Keys {
  private Keys() {}

  /** Returns the key, or fails if a segment is empty, hidden or climbs. */
  static String check(String key) {
    if (key.isEmpty() || key.length() > 900) {
      throw refused(key);
    }
    for (String segment : key.split("/", -1)) {
      if (segment.isEmpty() || segment.startsWith(".") || segment.contains("\\")) {
        throw refused(key);
      }
    }
    return key;
  }

  private static StoreException refused(String key) {
    return new StoreException(
        StoreException.Kind.REFUSED, "not a key: " + (key.length() > 200 ? "(too long)" : key));
  }
}
