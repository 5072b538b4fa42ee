package dev.sluice.flink.quarantine;

import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.Retries;
import dev.sluice.flink.ledger.RetryNote;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives held records up: they are held no longer and will be in no snapshot. Again is harmless.
 * Only for what two persons have signed.
 */
public final class Dropping {
  private Dropping() {}

  /**
   * Gives records up.
   *
   * @param all every pointer of the run
   * @return how many; those that had left the quarantine before are not counted
   * @throws SluiceException if one of them is not known to be held, or is being tried again at this
   *     moment; then none is given up
   */
  public static int drop(
      ObjectStore store, RetryScope scope, Pointers all, List<RecordPointer> records) {
    Standing standing =
        new Standing(
            LedgerReader.entries(store, scope.ledgerRun(), scope.incarnation()),
            all.all().stream().map(Pointer::at).toList());
    Set<RecordPointer> left = scope.released(store);
    TreeMap<RecordPointer, Pointer> known = new TreeMap<>(Pointers.ORDER);
    all.all().forEach(pointer -> known.put(pointer.at(), pointer));
    List<RetryNote.Released> dropped = new ArrayList<>();
    for (RecordPointer at : records.stream().distinct().sorted(Pointers.ORDER).toList()) {
      Pointer pointer = known.get(at);
      if (pointer == null || standing.of(at) != Standing.Of.HELD) {
        throw new SluiceException(
            at + " is not known to be held; nothing was dropped. See sluice quarantine list");
      }
      if (!left.contains(at)) {
        dropped.add(new RetryNote.Released(at, pointer.reason().code(), RetryNote.Outcome.DROPPED));
      }
    }
    if (!dropped.isEmpty()) {
      giveUp(store, scope, dropped);
    }
    return dropped.size();
  }

  private static void giveUp(
      ObjectStore store, RetryScope scope, List<RetryNote.Released> dropped) {
    RetryNote note =
        new RetryNote(
            RetryNote.FORMAT,
            scope.ledgerRun(),
            scope.incarnation(),
            "",
            "",
            new TreeMap<>(),
            dropped);
    Set<RecordPointer> tried =
        new Retries(store, scope.ledgerRun(), scope.incarnation()).giveUp(note);
    if (!tried.isEmpty()) {
      throw new SluiceException(
          tried.size()
              + " of the records are being tried again at this moment; nothing was dropped."
              + " Approve again in ten minutes, and see first sluice quarantine list");
    }
  }
}
