package dev.sluice.flink.sink;

import dev.sluice.flink.sanitize.Outcome;
import dev.sluice.flink.sanitize.WindowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All rows a writer holds, by window. Not thread-safe. */
final class HeldRows {
  private final TreeMap<WindowKey, HeldWindow> windows = new TreeMap<>();
  private long bytes;

  /** Takes a row; gives the window's size in bytes. */
  long add(Outcome.Row row) {
    HeldWindow window = windows.computeIfAbsent(row.window(), HeldWindow::new);
    bytes += window.add(new HeldRow(row.at().partition(), row.at().offset(), row.row()));
    window.addAuthority(row.authorityHash());
    window.addTerms(row.terms());
    return window.bytes();
  }

  /** Takes back what a checkpoint kept. */
  void restore(HeldWindow held) {
    HeldWindow window = windows.computeIfAbsent(held.key(), HeldWindow::new);
    held.rows().forEach(row -> bytes += window.add(row));
    held.authorities().forEach(window::addAuthority);
    held.terms().forEach(window::addTerms);
  }

  long bytes() {
    return bytes;
  }

  List<HeldWindow> windows() {
    return List.copyOf(windows.values());
  }

  /** Removes one window and gives it. */
  Optional<HeldWindow> take(WindowKey key) {
    Optional<HeldWindow> taken = Optional.ofNullable(windows.remove(key));
    taken.ifPresent(window -> bytes -= window.bytes());
    return taken;
  }

  /** Removes the windows that match and gives them. */
  List<HeldWindow> takeIf(Predicate<HeldWindow> matches) {
    List<HeldWindow> taken = new ArrayList<>();
    for (HeldWindow window : windows()) {
      if (matches.test(window)) {
        take(window.key()).ifPresent(taken::add);
      }
    }
    return taken;
  }

  /** Removes the window with the most bytes and gives it. */
  Optional<HeldWindow> takeLargest() {
    return windows.values().stream()
        .max(Comparator.comparingLong(HeldWindow::bytes))
        .flatMap(window -> take(window.key()));
  }
}
