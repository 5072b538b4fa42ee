package dev.sluice.capture.imports;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Halves that wait for each other. Bounded: the oldest go on alone when there are too many. */
final class GorPairs {
  /** Bytes of waiting halves that are held. */
  static final long MAX_BYTES = 64L << 20;

  private static final int OVERHEAD = 200;

  /** Halves that belong together; one may be missing. */
  record Pair(@Nullable GorRecord request, @Nullable GorRecord response) {}

  private final Map<String, GorRecord> waiting = new LinkedHashMap<>();
  private long bytes;

  /** Takes a half; whatever is ready because of it goes to {@code ready}. */
  void add(GorRecord half, Queue<Pair> ready) {
    GorRecord other = remove((half.type() == 1 ? "2 " : "1 ") + half.id());
    if (other != null) {
      ready.add(half.type() == 1 ? new Pair(half, other) : new Pair(other, half));
      return;
    }
    String key = half.type() + " " + half.id();
    GorRecord earlier = remove(key);
    if (earlier != null) {
      ready.add(alone(earlier));
    }
    waiting.put(key, half);
    bytes += size(half);
    while (bytes > MAX_BYTES) {
      releaseOldest(ready);
    }
  }

  /** Lets go of everything, oldest first. */
  void drainTo(Queue<Pair> ready) {
    while (!waiting.isEmpty()) {
      releaseOldest(ready);
    }
  }

  private void releaseOldest(Queue<Pair> ready) {
    Iterator<GorRecord> oldest = waiting.values().iterator();
    GorRecord half = oldest.next();
    oldest.remove();
    bytes -= size(half);
    ready.add(alone(half));
  }

  private @Nullable GorRecord remove(String key) {
    GorRecord half = waiting.remove(key);
    if (half != null) {
      bytes -= size(half);
    }
    return half;
  }

  private static Pair alone(GorRecord half) {
    return half.type() == 1 ? new Pair(half, null) : new Pair(null, half);
  }

  private static long size(GorRecord half) {
    return half.http().length + OVERHEAD;
  }
}
