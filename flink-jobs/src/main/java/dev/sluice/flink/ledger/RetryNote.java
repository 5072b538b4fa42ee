package dev.sluice.flink.ledger;

import dev.sluice.model.RecordPointer;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records of one window that were held back and then driven through again: {@code
 * _ledger/_retries/<run>/<incarnation>/<name>.json}. Written before the revision that holds their
 * rows, and of effect only while the window's newest revision lists the part.
 *
 * @param format version of this form, now 1
 * @param run as in the ledger
 * @param incarnation the start whose ledger counts the records as quarantined
 * @param window key of the window's revisions up to their number
 * @param part key of the part with their rows; empty if no record became a row
 * @param released by reason, how many records the window's manifests no longer count as quarantined
 */
public record RetryNote(
    int format,
    String run,
    String incarnation,
    String window,
    String part,
    SortedMap<String, Long> released,
    List<Released> records) {
  /** The form's version. */
  public static final int FORMAT = 1;

  static final String PREFIX = LedgerEntry.PREFIX + "_retries/";

  public RetryNote {
    released = Collections.unmodifiableSortedMap(new TreeMap<>(released));
    records = List.copyOf(records);
  }

  /** What a record was moved to. */
  public enum Outcome {
    ROW,
    FILTERED,
    SAMPLED,
    /** Given up for good, by two persons; in no snapshot. */
    DROPPED
  }

  /**
   * One record.
   *
   * @param reason code it had been held back for
   */
  public record Released(RecordPointer at, String reason, Outcome outcome) {}

  /** Where the notes of one start stand. */
  static String folder(String run, String incarnation) {
    return PREFIX + run + "/" + incarnation + "/";
  }

  /** Records with this outcome. */
  public long count(Outcome outcome) {
    return records.stream().filter(r -> r.outcome() == outcome).count();
  }
}
