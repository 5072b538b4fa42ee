package dev.sluice.flink.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one checkpoint committed: {@code _ledger/<run>/<incarnation>/<checkpoint>[-<restore>].json}.
 * A pure function of checkpointed state, so that a retry writes the same bytes.
 *
 * @param format version of this form, now 2; version 1 knew no restores
 * @param run {@code live} or {@code b-<run>}
 * @param incarnation one start of the run without a checkpoint; a restore keeps it
 * @param restore the restore after which this was committed; none before the first
 * @param checkpoint number of the checkpoint
 * @param progress event time that all writers have passed, if any
 * @param services outcomes by {@code env/service}, {@code -} where it is not known
 * @param snapshots ids of the revisions sealed
 */
public record LedgerEntry(
    int format,
    String run,
    String incarnation,
    Optional<Restore> restore,
    long checkpoint,
    Optional<Instant> progress,
    List<LedgerRange> ranges,
    SortedMap<String, Outcomes> services,
    List<LatePart> late,
    List<String> snapshots) {
  /** The form's version. */
  public static final int FORMAT = 2;

  /** First folder of all ledgers. */
  public static final String PREFIX = "_ledger/";

  public LedgerEntry {
    ranges = List.copyOf(ranges);
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    late = List.copyOf(late);
    snapshots = List.copyOf(snapshots);
  }

  /** Folder of one start of a run. */
  public static String folder(String run, String incarnation) {
    return PREFIX + run + "/" + incarnation + "/";
  }

  /** Where this entry stands. */
  public String key() {
    return folder(run, incarnation)
        + "%012d".formatted(checkpoint)
        + restore.map(r -> "-" + r.name()).orElse("")
        + ".json";
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return ranges.isEmpty() && services.isEmpty() && late.isEmpty() && snapshots.isEmpty();
  }
}
