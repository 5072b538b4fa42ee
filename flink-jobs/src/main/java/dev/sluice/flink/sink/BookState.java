package dev.sluice.flink.sink;

import dev.sluice.flink.ledger.Restore;
import dev.sluice.flink.sanitize.WindowKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the book remembers from checkpoint to checkpoint. Not thread-safe. */
final class BookState {
  private final String incarnation;
  private final Writers writers;
  private final TreeMap<Integer, Long> positions;
  private final TreeMap<WindowKey, OpenWindow> windows;
  private Optional<Restore> restore;
  private long checkpoint;
  private long progress;

  BookState(
      String incarnation,
      Optional<Restore> restore,
      long checkpoint,
      long progress,
      Writers writers,
      SortedMap<Integer, Long> positions,
      SortedMap<WindowKey, OpenWindow> windows) {
    this.incarnation = incarnation;
    this.restore = restore;
    this.checkpoint = checkpoint;
    this.progress = progress;
    this.writers = writers;
    this.positions = new TreeMap<>(positions);
    this.windows = new TreeMap<>(windows);
  }

  /** A start without a checkpoint. */
  static BookState fresh(String incarnation) {
    return new BookState(
        incarnation,
        Optional.empty(),
        0,
        Long.MIN_VALUE,
        new Writers(0, List.of()),
        new TreeMap<>(),
        new TreeMap<>());
  }

  String incarnation() {
    return incarnation;
  }

  /** The restore that this state goes on after, if there was one. */
  Optional<Restore> restore() {
    return restore;
  }

  /** Goes on from a checkpoint under a name of its own. */
  void restored(String name, long number) {
    closed(number);
    restore = Optional.of(new Restore(name, restore.map(Restore::name).orElse(""), number));
  }

  /** The newest checkpoint this state covers. */
  long checkpoint() {
    return checkpoint;
  }

  void closed(long number) {
    checkpoint = Math.max(checkpoint, number);
  }

  long progress() {
    return progress;
  }

  /** Progress never goes back. */
  void advance(long watermark) {
    progress = Math.max(progress, watermark);
  }

  /** Whether no record before {@code millis} is expected any more. */
  boolean passed(long millis) {
    return progress >= millis - 1;
  }

  Writers writers() {
    return writers;
  }

  SortedMap<Integer, Long> positions() {
    return positions;
  }

  SortedMap<WindowKey, OpenWindow> windows() {
    return windows;
  }
}
