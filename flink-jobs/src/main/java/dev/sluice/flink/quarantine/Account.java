package dev.sluice.flink.quarantine;

import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.Outcomes;
import dev.sluice.flink.ledger.Retries;
import dev.sluice.flink.ledger.RetryNote;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has become of all records of a run by now: the committed ledger, and what left the
 * quarantine since. {@code captured} is the sum of the others.
 *
 * @param captured records read
 * @param inSnapshots rows that are in a snapshot, or will be
 * @param late rows that came after their window had closed, and are in no snapshot yet
 * @param quarantined held back, by reason code
 * @param filtered left out by drop rules
 * @param sampled left out by sampling
 * @param dropped held back, then given up
 */
public record Account(
    long captured,
    long inSnapshots,
    long late,
    SortedMap<String, Long> quarantined,
    long filtered,
    long sampled,
    long dropped) {
  public Account {
    quarantined = Collections.unmodifiableSortedMap(new TreeMap<>(quarantined));
  }

  /** Adds up the newest start of a run. */
  public static Account of(ObjectStore store, RetryScope scope) {
    Outcomes ledger = LedgerReader.read(store, scope.ledgerRun(), scope.incarnation()).total();
    TreeMap<String, Long> held = new TreeMap<>(ledger.quarantined());
    TreeMap<RetryNote.Outcome, Long> now = new TreeMap<>();
    for (RetryNote.Released one :
        new Retries(store, scope.ledgerRun(), scope.incarnation()).released().values()) {
      held.computeIfPresent(one.reason(), (reason, n) -> n == 1 ? null : n - 1);
      now.merge(one.outcome(), 1L, Long::sum);
    }
    long adopted = new LateRows(store, scope).adopted();
    return new Account(
        ledger.captured(),
        ledger.inSnapshots() + adopted + now.getOrDefault(RetryNote.Outcome.ROW, 0L),
        ledger.late() - adopted,
        held,
        ledger.filtered() + now.getOrDefault(RetryNote.Outcome.FILTERED, 0L),
        ledger.sampled() + now.getOrDefault(RetryNote.Outcome.SAMPLED, 0L),
        now.getOrDefault(RetryNote.Outcome.DROPPED, 0L));
  }

  /** Whether every record has one place. */
  public boolean addsUp() {
    long held = quarantined.values().stream().mapToLong(Long::longValue).sum();
    return captured == inSnapshots + late + held + filtered + sampled + dropped;
  }
}
