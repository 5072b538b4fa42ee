package dev.sluice.cli.cluster;

import dev.sluice.cli.stack.EmbeddedS3;
import dev.sluice.cli.stack.Stack;
import dev.sluice.flink.ledger.LedgerEntry;
import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.flink.ledger.Outcomes;
import dev.sluice.flink.ledger.Timeline;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStat;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Config;
import dev.sluice.snapshot.store.S3Store;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads from the bucket, past the proxy, what became of the traffic. Not thread-safe. */
final class FaultAccounts implements AutoCloseable {
  static final String LIVE = "live";

  private final ObjectStore store;

  /** By key; what was written once stays as it is. */
  private final Map<String, LedgerEntry> known = new HashMap<>();

  private FaultAccounts(ObjectStore store) {
    this.store = store;
  }

  static FaultAccounts open(Ports ports) {
    return new FaultAccounts(
        S3Store.open(
            new S3Config(
                ports.s3Endpoint(),
                "us-east-1",
                Stack.BUCKET,
                EmbeddedS3.ACCESS_KEY,
                EmbeddedS3.SECRET_KEY)));
  }

  ObjectStore store() {
    return store;
  }

  /** Records that the ledger of the live run has; -1 while S3 does not answer. */
  long accounted() {
    try {
      List<String> starts = LedgerReader.incarnations(store, LIVE);
      if (starts.isEmpty()) {
        return 0;
      }
      Map<String, LedgerEntry> there = new HashMap<>();
      for (String key : LedgerReader.keys(store, LIVE, starts.get(starts.size() - 1))) {
        there.put(key, known.computeIfAbsent(key, k -> LedgerReader.entry(store, k)));
      }
      return Timeline.current(there.values()).stream()
          .flatMap(entry -> entry.ranges().stream())
          .mapToLong(range -> range.outcomes().captured())
          .sum();
    } catch (SluiceException | IllegalStateException e) {
      return -1;
    }
  }

  LedgerSummary ledger(String run) {
    return LedgerReader.readLatest(store, run)
        .orElseThrow(() -> new SluiceException("run " + run + " has left no ledger"));
  }

  /**
   * What snapshots hold of one service.
   *
   * @param rows in the newest revision of each window
   * @param digests of the newest revisions, by start of window
   */
  record Sealed(long rows, SortedMap<Instant, String> digests) {
    static final Sealed NOTHING = new Sealed(0, Collections.emptySortedMap());
  }

  /** By service; of a run's newest revisions. */
  Map<String, Sealed> sealed(Optional<String> run) {
    Map<String, SortedMap<Instant, SnapshotManifest>> newest = new TreeMap<>();
    for (SnapshotManifest m : revisions().values()) {
      if (m.run().equals(run)) {
        newest
            .computeIfAbsent(m.service(), s -> new TreeMap<>())
            .merge(m.windowStart(), m, FaultAccounts::newer);
      }
    }
    Map<String, Sealed> sealed = new TreeMap<>();
    newest.forEach((service, windows) -> sealed.put(service, sum(windows)));
    return sealed;
  }

  /** Revisions in the bucket, of all runs, by where their manifests stand. */
  Map<String, SnapshotManifest> revisions() {
    Map<String, SnapshotManifest> all = new TreeMap<>();
    for (ObjectStat object : store.list("")) {
      if (object.key().endsWith("/manifest.json")) {
        all.put(object.key(), SluiceJson.read(store.get(object.key()), SnapshotManifest.class));
      }
    }
    return all;
  }

  private static SnapshotManifest newer(SnapshotManifest a, SnapshotManifest b) {
    return Comparator.comparingInt(SnapshotManifest::revision).compare(a, b) > 0 ? a : b;
  }

  private static Sealed sum(SortedMap<Instant, SnapshotManifest> windows) {
    SortedMap<Instant, String> digests = new TreeMap<>();
    windows.forEach((start, m) -> digests.put(start, m.contentDigest()));
    return new Sealed(
        windows.values().stream().mapToLong(SnapshotManifest::exchanges).sum(), digests);
  }

  /** Of one service; all zero if the ledger does not know it. */
  static Outcomes of(LedgerSummary ledger, String service) {
    return ledger.services().entrySet().stream()
        .filter(e -> e.getKey().endsWith("/" + service))
        .map(Map.Entry::getValue)
        .reduce(Outcomes.NONE, Outcomes::plus);
  }

  @Override
  public void close() {
    store.close();
  }
}
