package dev.sluice.flink.policy;

import java.util.List;

/** The entries of one kind that decide, oldest first; answers what is in force. Immutable. */
final class InForce {
  /** Stands for what the job was started with. */
  static final int AS_STARTED = -1;

  private final long[] from;
  private final Entry[] entries;

  private InForce(List<Entry> usable) {
    this.entries = usable.toArray(Entry[]::new);
    this.from =
        usable.stream().mapToLong(e -> e.publication().effectiveFrom().toEpochMilli()).toArray();
  }

  static InForce of(List<Entry> all, Publication.Kind kind) {
    return new InForce(
        all.stream().filter(Entry::isUsable).filter(e -> e.publication().kind() == kind).toList());
  }

  /** Index of the newest entry whose time has come at {@code millis}; nearly always the last. */
  int at(long millis) {
    return before(from.length, millis);
  }

  /** The same among the entries before {@code index}. */
  int before(int index, long millis) {
    int i = index - 1;
    while (i >= 0 && from[i] > millis) {
      i--;
    }
    return i;
  }

  Entry entry(int index) {
    return entries[index];
  }

  int size() {
    return entries.length;
  }
}
