package dev.sluice.flink.sink;

import dev.sluice.flink.ledger.LedgerEntry;
import dev.sluice.flink.sanitize.WindowKey;
import dev.sluice.model.PartInfo;
import dev.sluice.model.SluiceJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Decides which windows seal at which checkpoint, from what the writers report.
 *
 * <p>Two horizons: a window's first revision seals when progress has passed its end and the seal
 * delay; parts that come until {@code closeAfter} make one more, which lists all parts. Parts of a
 * closed window are late. Not thread-safe.
 */
final class SealBook {
  private final SealRules rules;
  private final BookState state;
  private final Arrivals arrivals;
  private long lateRows;

  /** Whether no entry tells yet of the restore, without which the ledger would not know it. */
  private boolean untold;

  SealBook(SealRules rules, BookState state) {
    this.rules = rules;
    this.state = state;
    this.arrivals = new Arrivals();
  }

  BookState state() {
    return state;
  }

  /** Goes on from a checkpoint; the next commit says so in the ledger even if it brings nothing. */
  void restored(String name, long checkpoint) {
    state.restored(name, checkpoint);
    untold = true;
  }

  /** Takes a report. One of a checkpoint that was restored, or of one before it, is a repeat. */
  void accept(long checkpoint, WriterReport report) {
    if (checkpoint <= state.checkpoint()) {
      return;
    }
    state.writers().report(checkpoint, report.progress());
    report.progress().windows().forEach(this::leaveOut);
    report.parts().forEach(this::add);
    arrivals.count(report.progress(), state.positions());
  }

  private void leaveOut(WindowKey key, WindowTally tally) {
    if (!isClosed(key)) {
      state.windows().computeIfAbsent(key, k -> new OpenWindow()).leaveOut(tally);
    }
  }

  private void add(StagedPart part) {
    PartInfo info = part.info();
    if (isClosed(part.window())) {
      arrivals.addLate(part);
      lateRows += part.rows();
    } else {
      state.windows().computeIfAbsent(part.window(), k -> new OpenWindow()).add(info);
    }
    arrivals.add(part.upload());
  }

  /** Whether the checkpoint's reports are all there, all idle, and brought nothing. */
  boolean isSilent(long checkpoint) {
    return state.writers().allIdle(checkpoint) && arrivals.isEmpty();
  }

  /**
   * Closes the book for a checkpoint.
   *
   * @param idleProgress how far time is known to have gone if all writers are idle
   */
  CheckpointCommit commit(long checkpoint, OptionalLong idleProgress) {
    OptionalLong reported = state.writers().progress(checkpoint, idleProgress);
    reported.ifPresent(state::advance);
    return close(checkpoint, rules.bounded() ? List.of() : dueSeals());
  }

  /** Closes the book for good: at the end of input every window seals. */
  CheckpointCommit finish(long checkpoint) {
    List<Seal> seals = new ArrayList<>();
    state.windows().forEach((key, window) -> sealNews(key, window).ifPresent(seals::add));
    state.windows().clear();
    return close(checkpoint, seals);
  }

  private List<Seal> dueSeals() {
    List<Seal> seals = new ArrayList<>();
    Iterator<Map.Entry<WindowKey, OpenWindow>> all = state.windows().entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<WindowKey, OpenWindow> entry = all.next();
      boolean closes = isClosed(entry.getKey());
      if (closes || (!entry.getValue().isSealed() && isDue(entry.getKey()))) {
        sealNews(entry.getKey(), entry.getValue()).ifPresent(seals::add);
      }
      if (closes) {
        all.remove();
      }
    }
    return seals;
  }

  private Optional<Seal> sealNews(WindowKey key, OpenWindow window) {
    return window.hasNews()
        ? Optional.of(new Seal(key, window.seal(), window.parts(), window.leftOut()))
        : Optional.empty();
  }

  private boolean isDue(WindowKey key) {
    return state.passed(rules.sealsAt(key));
  }

  private boolean isClosed(WindowKey key) {
    return !rules.bounded() && state.passed(rules.closesAt(key));
  }

  private CheckpointCommit close(long checkpoint, List<Seal> seals) {
    LedgerEntry entry = ledger(checkpoint, seals);
    boolean says = untold || !entry.isEmpty();
    CheckpointCommit commit =
        new CheckpointCommit(
            checkpoint,
            arrivals.uploads(),
            seals,
            rules.provenance().provenance(),
            says ? entry.key() : "",
            says ? SluiceJson.bytes(entry) : new byte[0]);
    untold = false;
    arrivals.clear();
    state.closed(checkpoint);
    return commit;
  }

  private LedgerEntry ledger(long checkpoint, List<Seal> seals) {
    return new LedgerEntry(
        LedgerEntry.FORMAT,
        rules.ledgerRun(),
        state.incarnation(),
        state.restore(),
        checkpoint,
        progressTime(),
        arrivals.ranges(),
        arrivals.services(),
        arrivals.late(),
        seals.stream()
            .map(seal -> seal.window().snapshot(rules.run(), seal.revision()).toString())
            .sorted()
            .toList());
  }

  private Optional<Instant> progressTime() {
    long progress = state.progress();
    return progress < 0 || progress == Long.MAX_VALUE
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(progress));
  }

  /** Rows of closed windows, since this book was opened. */
  long lateRows() {
    return lateRows;
  }

  /** Where each partition stands. */
  SortedMap<Integer, Long> positions() {
    return state.positions();
  }
}
