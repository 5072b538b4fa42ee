package dev.sluice.catalog.server.index;

import dev.sluice.catalog.server.db.AuditLog;
import dev.sluice.catalog.server.db.Cursor;
import dev.sluice.catalog.server.db.Database;
import dev.sluice.catalog.server.db.SnapshotFilter;
import dev.sluice.catalog.server.db.SnapshotTable;
import dev.sluice.catalog.server.db.StatusHistory;
import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.AuditEntry;
import dev.sluice.model.catalog.PartUrl;
import dev.sluice.model.catalog.RegisterRequest;
import dev.sluice.model.catalog.SnapshotPage;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The index over the manifests in the bucket. The manifests are the truth; the database only makes
 * them findable and holds what people decided. Thread-safe.
 */
public final class CatalogIndex {
  private static final Duration URL_VALIDITY = Duration.ofMinutes(10);

  private final Database db;
  private final ObjectStore store;
  private final Clock clock;
  private final ManifestSource manifests;
  private final Registrar registrar;

  public CatalogIndex(Database db, ObjectStore store, Clock clock, Approval approval) {
    this.db = db;
    this.store = store;
    this.clock = clock;
    this.manifests = new ManifestSource(store);
    this.registrar = new Registrar(db, clock, approval);
  }

  /** Indexes a manifest that stands in the bucket; the same one again changes nothing. */
  public Registered register(RegisterRequest request, String actor) {
    ManifestSource.Loaded loaded = manifests.load(request.manifestKey());
    ManifestSource.requireDigest(loaded, request.manifestDigest());
    return registrar.register(loaded, actor);
  }

  /** Restores the index from the bucket alone; keeps governance state where manifests match. */
  public RebuildReport rebuild(String actor) {
    return new Rebuild(db, store, manifests, registrar, clock).run(actor);
  }

  /** One page of a lookup, newest window first. */
  public SnapshotPage page(SnapshotFilter filter, Optional<Cursor> cursor, int limit) {
    return db.read(h -> SnapshotTable.page(h, filter, cursor, limit));
  }

  public long count(SnapshotFilter filter) {
    return db.read(h -> SnapshotTable.count(h, filter));
  }

  /** A snapshot that is known, erased or not. */
  public SnapshotSummary snapshot(String id) {
    if (!SnapshotId.isWellFormed(id)) {
      throw ErrorCode.BAD_REQUEST.with("not a snapshot id");
    }
    return db.read(h -> SnapshotTable.find(h, id))
        .orElseThrow(
            () -> ErrorCode.UNKNOWN_SNAPSHOT.with("the catalog has no " + id + "; look it up"));
  }

  /** A snapshot whose content still exists. */
  public SnapshotSummary readable(String id) {
    SnapshotSummary found = snapshot(id);
    if (found.status() == SnapshotStatus.ERASED) {
      throw ErrorCode.ERASED.with(id + " was erased; look up another revision");
    }
    return found;
  }

  /** The manifest's bytes as they stand in the bucket. */
  public byte[] manifestBytes(SnapshotSummary snapshot) {
    return manifests.of(snapshot).bytes();
  }

  public SnapshotManifest manifest(SnapshotSummary snapshot) {
    return manifests.of(snapshot).manifest();
  }

  /** URLs for all parts, valid for at most ten minutes. */
  public List<PartUrl> partUrls(SnapshotSummary snapshot) {
    Instant expires = clock.instant().plus(URL_VALIDITY);
    try {
      return manifest(snapshot).parts().stream()
          .map(
              p ->
                  new PartUrl(
                      p.key(),
                      store.presign(p.key(), URL_VALIDITY),
                      p.sizeBytes(),
                      p.sha256(),
                      expires))
          .toList();
    } catch (StoreException e) {
      throw ErrorCode.STORE_UNAVAILABLE.with("the object store gave no URLs for the parts");
    }
  }

  /** All revisions of a snapshot's window, newest first. */
  public List<SnapshotSummary> revisions(String id) {
    return db.read(h -> SnapshotTable.revisions(h, id));
  }

  /** Every status of a snapshot, newest first. */
  public List<StatusHistory.Entry> history(String id) {
    return db.read(h -> StatusHistory.of(h, id));
  }

  /** Audit entries after {@code afterSeq}, oldest first. */
  public List<AuditEntry> audit(long afterSeq, int limit) {
    return db.read(h -> AuditLog.list(h, afterSeq, limit));
  }

  /** The newest audit entries first. */
  public List<AuditEntry> newestAudit(int limit) {
    return db.read(h -> AuditLog.newest(h, limit));
  }

  /** Recomputes the audit log's chain. */
  public AuditLog.Check verifyAudit() {
    return db.read(AuditLog::verify);
  }
}
