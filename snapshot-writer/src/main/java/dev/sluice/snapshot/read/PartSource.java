package dev.sluice.snapshot.read;

import dev.sluice.model.PartInfo;
import dev.sluice.snapshot.part.RangeSource;
import dev.sluice.snapshot.store.ObjectStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Finds a snapshot's parts: in a bucket by their keys, in a pulled folder by their names. */
final class PartSource {
  private final ObjectStore store;
  private final UnaryOperator<String> keys;

  private PartSource(ObjectStore store, UnaryOperator<String> keys) {
    this.store = store;
    this.keys = keys;
  }

  static PartSource bucket(ObjectStore store) {
    return new PartSource(store, UnaryOperator.identity());
  }

  /**
   * Parts stand beside the manifest under the last segment of their keys; those of older revisions
   * may also stand where their keys say, if the folder is inside a tree laid out like a bucket.
   *
   * @param store the tree's root
   * @param prefix of the folder in the tree, empty or ending in a slash
   */
  static PartSource folder(ObjectStore store, Path root, String prefix) {
    return new PartSource(
        store,
        key -> {
          String beside = prefix + key.substring(key.lastIndexOf('/') + 1);
          return Files.exists(root.resolve(beside)) ? beside : key;
        });
  }

  byte[] get(PartInfo part) {
    return store.get(keys.apply(part.key()));
  }

  RangeSource ranges(PartInfo part) {
    String key = keys.apply(part.key());
    return (offset, length) -> store.range(key, offset, length);
  }
}
