package dev.sluice.flink.quarantine;

import dev.sluice.flink.ledger.LeftOutCounts;
import dev.sluice.flink.ledger.Retries;
import dev.sluice.flink.ledger.RetryNote;
import dev.sluice.flink.ledger.Revisions;
import dev.sluice.model.PartInfo;
import dev.sluice.model.Provenance;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.manifest.ManifestBuilder;
import dev.sluice.snapshot.manifest.ManifestStore;
import dev.sluice.snapshot.manifest.Outbox;
import dev.sluice.snapshot.manifest.Published;
import dev.sluice.snapshot.manifest.SealInput;
import dev.sluice.snapshot.part.PartFile;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts released rows into their window's next revision. The manifest is the commit: it is written
 * only where none stands, and a note that no newest manifest bears out is of no effect.
 */
final class NewRevision {
  private final ObjectStore store;
  private final RetryScope scope;
  private final Provenance provenance;
  private final Retries retries;
  private final ManifestStore manifests;

  NewRevision(ObjectStore store, RetryScope scope, Provenance provenance) {
    this.store = store;
    this.scope = scope;
    this.provenance = provenance;
    this.retries = new Retries(store, scope.ledgerRun(), scope.incarnation());
    this.manifests = new ManifestStore(store);
  }

  /**
   * Publishes.
   *
   * @return the new revision's id; empty if there is nothing (any more) to put into one
   */
  Optional<String> publish(ReleasedWindow window) {
    SnapshotId first = window.key().snapshot(scope.run(), 1);
    String stem = Revisions.stem(first);
    boolean settled = false;
    while (true) {
      if (!settled) {
        window.remove(retries.released().keySet());
      }
      if (window.isEmpty()) {
        return Optional.empty();
      }
      Optional<SnapshotManifest> newest = Revisions.newest(store, stem);
      Optional<PartInfo> part = window.part().map(file -> put(file, window, first));
      RetryNote note = note(window, stem, part);
      retries.write(note);
      if (part.isPresent() && retries.isGivenUp(window.pointers())) {
        continue;
      }
      // Without rows the note alone counts: it must not be taken for somebody else's.
      settled = part.isEmpty();
      if (part.isEmpty() && newest.isEmpty()) {
        return Optional.empty();
      }
      Published published = manifests.publish(manifest(first, newest, part, note));
      if (published.outcome() != Published.Outcome.CONFLICT) {
        Outbox.announce(store, published.manifestKey(), published.manifestDigest());
        return Optional.of(published.stored().snapshotId());
      }
      // The job or another retry was faster: look again at what stands there now.
    }
  }

  private PartInfo put(PartFile file, ReleasedWindow window, SnapshotId first) {
    List<RecordPointer> records = window.pointers();
    String key = first.prefix() + Retries.partName(file.sha256(), records);
    store.putIfAbsent(key, file.bytes(), ObjectStore.PARQUET);
    return file.info(key);
  }

  private RetryNote note(ReleasedWindow window, String stem, Optional<PartInfo> part) {
    return new RetryNote(
        RetryNote.FORMAT,
        scope.ledgerRun(),
        scope.incarnation(),
        stem,
        part.map(PartInfo::key).orElse(""),
        window.counted(),
        window.records());
  }

  private SnapshotManifest manifest(
      SnapshotId first,
      Optional<SnapshotManifest> newest,
      Optional<PartInfo> part,
      RetryNote note) {
    List<PartInfo> parts = new ArrayList<>(newest.map(SnapshotManifest::parts).orElse(List.of()));
    part.ifPresent(parts::add);
    LeftOutCounts counts =
        newest
            .map(m -> new LeftOutCounts(m.quarantined(), m.filtered()))
            .orElse(LeftOutCounts.NONE)
            .without(note);
    SealInput input =
        new SealInput(
            first.withRevision(newest.map(m -> m.revision() + 1).orElse(1)),
            parts,
            newest.map(SnapshotManifest::provenance).orElse(provenance),
            counts.quarantined(),
            counts.filtered(),
            List.of());
    return ManifestBuilder.seal(input, store);
  }
}
