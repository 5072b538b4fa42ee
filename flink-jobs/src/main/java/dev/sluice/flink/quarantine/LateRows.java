package dev.sluice.flink.quarantine;

import dev.sluice.flink.ledger.LatePart;
import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.Revisions;
import dev.sluice.model.PartInfo;
import dev.sluice.model.Provenance;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.manifest.ManifestBuilder;
import dev.sluice.snapshot.manifest.ManifestStore;
import dev.sluice.snapshot.manifest.Outbox;
import dev.sluice.snapshot.manifest.Published;
import dev.sluice.snapshot.manifest.SealInput;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rows that came after their window had closed: they have passed engine and gate, stand in
 * committed parts that only the ledger lists, and can be made a further revision of their window.
 */
public final class LateRows {
  private final ObjectStore store;
  private final RetryScope scope;
  private final ManifestStore manifests;

  public LateRows(ObjectStore store, RetryScope scope) {
    this.store = store;
    this.scope = scope;
    this.manifests = new ManifestStore(store);
  }

  /**
   * What came of it.
   *
   * @param rows late rows that are in a snapshot now
   * @param before late rows that were in one before
   * @param snapshots ids of the revisions made
   */
  public record Report(long rows, long before, List<String> snapshots) {
    public Report {
      snapshots = List.copyOf(snapshots);
    }
  }

  /**
   * Makes a revision of each window that has late parts which its newest revision does not list.
   * Again is harmless.
   *
   * @param otherwise provenance of a window that has no revision yet
   * @throws SluiceException if the ledger does not count each record once: parts of an undone
   *     attempt could hold rows that others hold too
   */
  public Report adopt(Provenance otherwise) {
    if (!LedgerReader.read(store, scope.ledgerRun(), scope.incarnation()).allAccounted()) {
      throw new SluiceException(
          "the ledger does not count each record once; late rows are left alone");
    }
    long before = adopted();
    List<String> snapshots = new ArrayList<>();
    byWindow()
        .forEach((folder, parts) -> adopt(folder, parts, otherwise).ifPresent(snapshots::add));
    return new Report(adopted() - before, before, snapshots);
  }

  /** Late rows that are in their window's newest revision. */
  public long adopted() {
    long rows = 0;
    for (Map.Entry<String, List<LatePart>> window : byWindow().entrySet()) {
      Optional<SnapshotManifest> newest = Revisions.newest(store, stem(id(window.getKey())));
      rows +=
          window.getValue().stream()
              .filter(part -> newest.filter(m -> Revisions.lists(m, part.key())).isPresent())
              .mapToLong(LatePart::rows)
              .sum();
    }
    return rows;
  }

  private Map<String, List<LatePart>> byWindow() {
    Map<String, List<LatePart>> windows = new TreeMap<>();
    LedgerReader.entries(store, scope.ledgerRun(), scope.incarnation()).stream()
        .flatMap(entry -> entry.late().stream())
        .distinct()
        .forEach(
            part ->
                windows
                    .computeIfAbsent(
                        part.key().substring(0, part.key().lastIndexOf('/') + 1),
                        folder -> new ArrayList<>())
                    .add(part));
    return windows;
  }

  private Optional<String> adopt(String folder, List<LatePart> late, Provenance otherwise) {
    SnapshotId first = id(folder);
    while (true) {
      Optional<SnapshotManifest> newest = Revisions.newest(store, stem(first));
      List<PartInfo> parts = new ArrayList<>(newest.map(SnapshotManifest::parts).orElse(List.of()));
      int there = parts.size();
      late.stream()
          .filter(part -> newest.filter(m -> Revisions.lists(m, part.key())).isEmpty())
          .forEach(part -> parts.add(LatePartInfo.of(store, part)));
      if (parts.size() == there) {
        return Optional.empty();
      }
      Published published = manifests.publish(manifest(first, newest, parts, otherwise));
      if (published.outcome() != Published.Outcome.CONFLICT) {
        Outbox.announce(store, published.manifestKey(), published.manifestDigest());
        return Optional.of(published.stored().snapshotId());
      }
      // A retry of held records was faster: look again at what stands there now.
    }
  }

  private SnapshotManifest manifest(
      SnapshotId first,
      Optional<SnapshotManifest> newest,
      List<PartInfo> parts,
      Provenance otherwise) {
    return ManifestBuilder.seal(
        new SealInput(
            first.withRevision(newest.map(m -> m.revision() + 1).orElse(1)),
            parts,
            newest.map(SnapshotManifest::provenance).orElse(otherwise),
            newest.map(SnapshotManifest::quarantined).orElseGet(TreeMap::new),
            newest.map(SnapshotManifest::filtered).orElse(0L),
            List.of()),
        store);
  }

  private static SnapshotId id(String folder) {
    return SnapshotId.ofPrefix(folder)
        .orElseThrow(
            () -> new SluiceException("the ledger names a late part outside of any window"));
  }

  private static String stem(SnapshotId id) {
    return Revisions.stem(id);
  }
}
