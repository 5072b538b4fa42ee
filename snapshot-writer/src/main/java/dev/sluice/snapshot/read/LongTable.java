package dev.sluice.snapshot.read;

/** A map of fingerprints to fingerprints without boxing (linear probing). Not thread-safe. */
final class LongTable {
  private long[] keys = new long[1 << 10];
  private long[] values = new long[1 << 10];
  private int size;

  /** Returns what stands under the key after the call. Zero keys stand for one, which is rare. */
  long putIfAbsent(long givenKey, long value) {
    long key = givenKey == 0 ? 1 : givenKey;
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(key);
    if (keys[slot] == key) {
      return values[slot];
    }
    keys[slot] = key;
    values[slot] = value;
    size++;
    return value;
  }

  private int slot(long key) {
    int slot = (int) (key ^ key >>> 32) & keys.length - 1;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new long[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
