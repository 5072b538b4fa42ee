package dev.sluice.flink.quarantine;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a retry: {@code asked} is the sum of all counts that follow.
 *
 * @param rows records that are rows of the snapshots now
 * @param filtered records that a drop rule leaves out now
 * @param sampled records that sampling leaves out now
 * @param before records that had been released before
 * @param held records that are held back as before, by the reason they have now
 * @param gone records that Kafka no longer has
 * @param uncommitted records that the ledger does not count yet: try again later
 * @param unsure pointers of which some are rows already: they are left alone
 * @param snapshots ids of the revisions made
 */
public record RetryReport(
    long asked,
    long rows,
    long filtered,
    long sampled,
    long before,
    SortedMap<String, Long> held,
    long gone,
    long uncommitted,
    long unsure,
    List<String> snapshots) {
  public RetryReport {
    held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
    snapshots = List.copyOf(snapshots);
  }

  /** Records that left the quarantine. */
  public long released() {
    return rows + filtered + sampled;
  }
}
