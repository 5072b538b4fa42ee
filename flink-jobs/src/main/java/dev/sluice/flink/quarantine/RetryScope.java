package dev.sluice.flink.quarantine;

import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.Retries;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Whose records are meant: those of the newest start of a run.
 *
 * @param run a backfill's name; empty for the live run
 */
public record RetryScope(Optional<String> run, String ledgerRun, String incarnation) {

  /**
   * @param run a backfill's name; empty for the live run
   * @throws SluiceException if the run has committed nothing
   */
  public static RetryScope newest(ObjectStore store, String run) {
    String ledgerRun = run.isEmpty() ? "live" : "b-" + run;
    String incarnation =
        LedgerReader.incarnations(store, ledgerRun).stream()
            .max(Comparator.naturalOrder())
            .orElseThrow(
                () ->
                    new SluiceException(
                        "the bucket has no ledger of run " + ledgerRun + "; check bucket and run"));
    return new RetryScope(
        run.isEmpty() ? Optional.empty() : Optional.of(run), ledgerRun, incarnation);
  }

  /** Records of this start that left the quarantine. */
  public Set<RecordPointer> released(ObjectStore store) {
    return Set.copyOf(new Retries(store, ledgerRun, incarnation).released().keySet());
  }
}
