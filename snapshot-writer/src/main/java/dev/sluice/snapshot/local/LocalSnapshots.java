package dev.sluice.snapshot.local;

import dev.sluice.model.PartInfo;
import dev.sluice.model.PolicyTerms;
import dev.sluice.model.Provenance;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SnapshotId;
import dev.sluice.snapshot.manifest.ManifestBuilder;
import dev.sluice.snapshot.manifest.ManifestStore;
import dev.sluice.snapshot.manifest.Published;
import dev.sluice.snapshot.manifest.SealInput;
import dev.sluice.snapshot.part.PartFile;
import dev.sluice.snapshot.part.PartMeta;
import dev.sluice.snapshot.row.RowCodec;
import dev.sluice.snapshot.store.DirStore;
import dev.sluice.snapshot.store.ObjectStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Makes snapshots in process, into a folder laid out like a bucket. Encoded rows are collected in
 * memory, compressed to a part with each 64 MiB, and written when they are sealed. Not thread-safe.
 */
public final class LocalSnapshots implements AutoCloseable {
  private static final long PART_BYTES = 64L << 20;

  private final Path dir;
  private final ObjectStore store;
  private final LocalOptions options;
  private final SortedMap<Source, Rows> open = new TreeMap<>();

  private LocalSnapshots(Path dir, LocalOptions options) {
    this.dir = dir;
    this.store = DirStore.open(dir);
    this.options = options;
  }

  /** Starts collecting; nothing is written before {@link #seal}. */
  public static LocalSnapshots into(Path dir, LocalOptions options) {
    return new LocalSnapshots(dir, options);
  }

  /**
   * Writes all exchanges as sealed snapshots, one per service, environment and window.
   *
   * @param progress told how many exchanges were taken so far, after each hundred and at the end
   */
  public static List<LocalSnapshot> create(
      Path dir,
      Iterator<SanitizedExchange> exchanges,
      LocalOptions options,
      LongConsumer progress) {
    try (LocalSnapshots snapshots = into(dir, options)) {
      long n = 0;
      while (exchanges.hasNext()) {
        snapshots.add(exchanges.next());
        if (++n % 100 == 0) {
          progress.accept(n);
        }
      }
      progress.accept(n);
      return snapshots.seal();
    }
  }

  /** Takes one exchange. */
  public void add(SanitizedExchange exchange) {
    Source source = Source.of(exchange.exchange(), options.window());
    open.computeIfAbsent(source, s -> new Rows(meta(s), PART_BYTES)).add(RowCodec.encode(exchange));
  }

  private PartMeta meta(Source source) {
    PolicyTerms terms = options.terms().apply(source.env(), source.service());
    return new PartMeta(List.of(), List.of(), List.of(terms), options.authoritySalt());
  }

  /** Writes parts and manifests of all windows, in order of service, environment and time. */
  public List<LocalSnapshot> seal() {
    List<LocalSnapshot> sealed = new ArrayList<>();
    open.forEach((source, rows) -> sealed.add(seal(source, rows)));
    open.clear();
    return sealed;
  }

  @Override
  public void close() {
    store.close();
  }

  private LocalSnapshot seal(Source source, Rows rows) {
    SnapshotId first = source.snapshotId(options.window(), rows, options.run());
    List<PartFile> files = rows.finish();
    Published published = publish(first, files);
    // Another snapshot of the same window stands in the folder: keep it, make the next revision.
    for (int r = 2; published.outcome() == Published.Outcome.CONFLICT; r++) {
      published = publish(first.withRevision(r), files);
    }
    return new LocalSnapshot(
        dir.resolve(published.manifestKey()).resolveSibling(""),
        published.manifestKey(),
        published.manifestDigest(),
        published.stored());
  }

  private Published publish(SnapshotId id, List<PartFile> files) {
    List<PartInfo> parts = new ArrayList<>();
    for (PartFile file : files) {
      String key = id.prefix() + "part-" + file.sha256().substring(7, 23) + ".parquet";
      store.putIfAbsent(key, file.bytes(), ObjectStore.PARQUET);
      parts.add(file.info(key));
    }
    Provenance provenance = options.terms().apply(id.env(), id.service()).provenance();
    SealInput input = new SealInput(id, parts, provenance, options.quarantined(), 0, List.of());
    return new ManifestStore(store).publish(ManifestBuilder.seal(input, store));
  }
}
