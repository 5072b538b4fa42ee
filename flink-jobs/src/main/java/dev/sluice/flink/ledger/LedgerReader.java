package dev.sluice.flink.ledger;

import dev.sluice.snapshot.store.ObjectStore;

/** Adds the committed ledger up. */
public final class LedgerReader {
  private LedgerReader() {}

  /** Totals of one start of a run. */
  public static LedgerSummary read(ObjectStore store, String run, String incarnation) {
    throw new UnsupportedOperationException();
  }

  /** Totals of the newest start of a run. */
  public static LedgerSummary readLatest(ObjectStore store, String run) {
    throw new UnsupportedOperationException();
  }
}
