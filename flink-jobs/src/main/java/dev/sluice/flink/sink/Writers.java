package dev.sluice.flink.sink;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who has reported what. Only reports of one and the same checkpoint are compared; a writer whose
 * input has ended reports no more. Not thread-safe.
 */
final class Writers {
  private final TreeMap<Integer, Report> latest = new TreeMap<>();
  private final TreeSet<Integer> ended;
  private int count;

  private record Report(long checkpoint, Progress progress) {}

  Writers(int count, Collection<Integer> ended) {
    this.count = count;
    this.ended = new TreeSet<>(ended);
  }

  void report(long checkpoint, Progress progress) {
    if (progress.writers() != count) {
      // Restored with another parallelism: indexes mean other writers now.
      count = progress.writers();
      ended.clear();
      latest.clear();
    }
    if (progress.ended()) {
      ended.add(progress.writer());
      latest.remove(progress.writer());
    } else {
      ended.remove(progress.writer());
      latest.put(progress.writer(), new Report(checkpoint, progress));
    }
  }

  int count() {
    return count;
  }

  SortedSet<Integer> ended() {
    return ended;
  }

  private boolean haveAllReported(long checkpoint) {
    return count > 0
        && latest.size() + ended.size() == count
        && latest.values().stream().allMatch(r -> r.checkpoint() == checkpoint);
  }

  boolean allIdle(long checkpoint) {
    return haveAllReported(checkpoint)
        && latest.values().stream().allMatch(r -> r.progress().idle());
  }

  /** The least watermark of those that deliver; {@code ifIdle} if none does. */
  OptionalLong progress(long checkpoint, OptionalLong ifIdle) {
    if (!haveAllReported(checkpoint) || latest.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong least =
        latest.values().stream()
            .map(Report::progress)
            .filter(progress -> !progress.idle())
            .mapToLong(Progress::watermark)
            .min();
    return least.isPresent() ? least : ifIdle;
  }
}
