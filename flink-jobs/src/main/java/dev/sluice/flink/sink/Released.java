package dev.sluice.flink.sink;

import dev.sluice.flink.ledger.LedgerEntry;
import dev.sluice.flink.ledger.LeftOutCounts;
import dev.sluice.flink.ledger.Retries;
import dev.sluice.flink.ledger.RetryNote;
import dev.sluice.model.PartInfo;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a window that were held back and then released: the job's own state does not know them.
 * Only those of this start count; another start has judged their records itself. Not thread-safe.
 */
final class Released {
  private final Optional<Retries> retries;
  private final List<PartInfo> parts = new ArrayList<>();
  private final List<RetryNote> notes = new ArrayList<>();

  private Released(Optional<Retries> retries) {
    this.retries = retries;
  }

  /**
   * @param ledgerKey of the commit's entry, which names run and start
   */
  static Released of(ObjectStore store, String ledgerKey) {
    String[] folders = ledgerKey.split("/");
    return new Released(
        ledgerKey.startsWith(LedgerEntry.PREFIX) && folders.length == 4
            ? Optional.of(new Retries(store, folders[1], folders[2]))
            : Optional.empty());
  }

  /** Takes over what a revision that stands there has of released rows. */
  void keep(SnapshotManifest stored) {
    for (PartInfo part : stored.parts()) {
      if (Retries.isRetried(part) && !parts.contains(part)) {
        retries
            .flatMap(all -> all.of(part))
            .ifPresent(
                note -> {
                  parts.add(part);
                  notes.add(note);
                });
      }
    }
  }

  List<PartInfo> with(List<PartInfo> own) {
    List<PartInfo> all = new ArrayList<>(own);
    all.addAll(parts);
    return all;
  }

  LeftOutCounts without(LeftOutCounts counts) {
    LeftOutCounts left = counts;
    for (RetryNote note : notes) {
      left = left.without(note);
    }
    return left;
  }
}
