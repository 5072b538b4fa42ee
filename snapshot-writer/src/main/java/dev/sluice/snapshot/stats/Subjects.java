package dev.sluice.snapshot.stats;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.SanitizedExchange;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Whether there are at least a few different subjects: keeps the least digests of their surrogates,
 * so that merging two gives those of both. Not thread-safe.
 */
final class Subjects {
  /** As many as can be told apart. */
  static final int MOST = 10;

  private static final int LENGTH = 12;

  private final TreeSet<String> least = new TreeSet<>();

  /** The session stands for a subject; without one, each exchange is one of its own. */
  void add(SanitizedExchange row) {
    String name = row.sessionId().orElseGet(() -> row.exchange().id());
    String digest = ContentDigest.of(name.getBytes(StandardCharsets.UTF_8));
    int from = digest.indexOf(':') + 1;
    add(digest.substring(from, from + LENGTH));
  }

  void addAll(Collection<String> digests) {
    digests.forEach(this::add);
  }

  private void add(String digest) {
    least.add(digest);
    if (least.size() > MOST) {
      least.pollLast();
    }
  }

  /** At most {@link #MOST}. */
  int count() {
    return least.size();
  }

  List<String> digests() {
    return List.copyOf(least);
  }
}
