package dev.sluice.catalog.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last manifests read, each with its ETag. Thread-safe. */
final class ManifestCache {
  private static final int CAPACITY = 64;

  record Entry(String etag, byte[] bytes) {}

  private final Map<String, Entry> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
          return size() > CAPACITY;
        }
      };

  synchronized Optional<Entry> get(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  synchronized void put(String id, Entry entry) {
    entries.put(id, entry);
  }

  synchronized void remove(String id) {
    entries.remove(id);
  }
}
