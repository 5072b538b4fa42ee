package dev.sluice.flink.sink;

import dev.sluice.model.Provenance;
import dev.sluice.snapshot.store.StagedUpload;
import java.util.List;

/**
 * Everything one checkpoint makes visible.
 *
 * @param provenance goes into the manifests
 * @param ledgerKey where the ledger entry stands; empty if there is nothing to tell
 * @param ledger the entry's bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record CheckpointCommit(
    long checkpoint,
    List<StagedUpload> uploads,
    List<Seal> seals,
    Provenance provenance,
    String ledgerKey,
    byte[] ledger) {
  public CheckpointCommit {
    uploads = List.copyOf(uploads);
    seals = List.copyOf(seals);
  }

  boolean isEmpty() {
    return uploads.isEmpty() && seals.isEmpty() && ledgerKey.isEmpty();
  }
}
