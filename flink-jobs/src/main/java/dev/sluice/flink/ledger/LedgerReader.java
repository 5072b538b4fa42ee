package dev.sluice.flink.ledger;

import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import dev.sluice.snapshot.store.ObjectStat;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the committed ledger from the bucket and adds it up. */
public final class LedgerReader {
  private LedgerReader() {}

  /** Totals of one start of a run; all zero if it has committed nothing. */
  public static LedgerSummary read(ObjectStore store, String run, String incarnation) {
    LedgerSum sum = new LedgerSum();
    entries(store, run, incarnation).forEach(sum::add);
    return sum.summary();
  }

  /** Totals of the newest start of a run, or empty if there is none. */
  public static Optional<LedgerSummary> readLatest(ObjectStore store, String run) {
    return incarnations(store, run).stream()
        .max(Comparator.naturalOrder())
        .map(newest -> read(store, run, newest));
  }

  /** Names of all starts of a run, oldest first. */
  public static List<String> incarnations(ObjectStore store, String run) {
    String folder = LedgerEntry.PREFIX + run + "/";
    return store.list(folder).stream()
        .map(stat -> stat.key().substring(folder.length()))
        .filter(rest -> rest.indexOf('/') > 0)
        .map(rest -> rest.substring(0, rest.indexOf('/')))
        .distinct()
        .sorted()
        .toList();
  }

  /** The entries of one start that are of effect, in order of checkpoints. */
  public static List<LedgerEntry> entries(ObjectStore store, String run, String incarnation) {
    return Timeline.current(
        keys(store, run, incarnation).stream().map(key -> entry(store, key)).toList());
  }

  /** Where all entries of one start stand, also those that a restore has left behind. */
  public static List<String> keys(ObjectStore store, String run, String incarnation) {
    return store.list(LedgerEntry.folder(run, incarnation)).stream()
        .map(ObjectStat::key)
        .filter(key -> key.endsWith(".json"))
        .toList();
  }

  /** One entry. What a key holds never changes. */
  public static LedgerEntry entry(ObjectStore store, String key) {
    LedgerEntry entry = SluiceJson.read(store.get(key), LedgerEntry.class);
    if (entry.format() < 1 || entry.format() > LedgerEntry.FORMAT) {
      throw new SluiceException(
          key
              + " has ledger format "
              + entry.format()
              + "; this version reads 1 to "
              + LedgerEntry.FORMAT);
    }
    return entry;
  }
}
