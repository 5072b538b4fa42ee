package dev.sluice.catalog.server.index;

import dev.sluice.catalog.server.db.AuditLog;
import dev.sluice.catalog.server.db.Database;
import dev.sluice.catalog.server.db.SnapshotTable;
import dev.sluice.catalog.server.db.StatusHistory;
import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.RegisterRequest;
import dev.sluice.model.catalog.SnapshotSummary;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Puts checked manifests into the index with their first status. Thread-safe. */
final class Registrar {
  private static final String AUTO = "system:auto-approve";

  private final Database db;
  private final Clock clock;
  private final Approval approval;

  Registrar(Database db, Clock clock, Approval approval) {
    this.db = db;
    this.clock = clock;
    this.approval = approval;
  }

  Registered register(ManifestSource.Loaded loaded, String actor) {
    return db.write(
        h -> {
          Optional<SnapshotSummary> known = SnapshotTable.find(h, loaded.manifest().snapshotId());
          if (known.isPresent()) {
            ManifestSource.requireDigest(loaded, known.get().manifestDigest());
            return new Registered(known.get(), false);
          }
          return new Registered(add(h, loaded, actor), true);
        });
  }

  /** Adds a snapshot that is not in the table, as new. */
  SnapshotSummary add(Handle h, ManifestSource.Loaded loaded, String actor) {
    SnapshotManifest m = loaded.manifest();
    Instant now = clock.instant();
    SnapshotStatus first = m.blocked().isEmpty() ? SnapshotStatus.PENDING : SnapshotStatus.BLOCKED;
    SnapshotSummary added = insert(h, loaded, first, now);
    StatusHistory.forget(h, m.snapshotId());
    String why = m.blocked().isEmpty() ? "" : "blocked: " + String.join(", ", m.blocked());
    StatusHistory.append(h, added, new StatusHistory.Entry(0, first, now, actor, why));
    AuditLog.append(h, now, actor, "register", m.snapshotId(), first + " " + loaded.digest());
    return first == SnapshotStatus.PENDING
        ? approval.reason(m).map(reason -> approve(h, added, now, reason)).orElse(added)
        : added;
  }

  SnapshotSummary insert(
      Handle h, ManifestSource.Loaded loaded, SnapshotStatus status, Instant now) {
    RegisterRequest where = new RegisterRequest(loaded.key(), loaded.digest());
    SnapshotTable.insert(h, where, loaded.manifest(), status, now);
    return SnapshotTable.find(h, loaded.manifest().snapshotId())
        .orElseThrow(() -> ErrorCode.INTERNAL.with("a registered snapshot is not in the table"));
  }

  private static SnapshotSummary approve(Handle h, SnapshotSummary s, Instant now, String reason) {
    SnapshotTable.changeStatus(h, s.id(), SnapshotStatus.APPROVED, s.version());
    StatusHistory.append(
        h, s, new StatusHistory.Entry(s.version() + 1, SnapshotStatus.APPROVED, now, AUTO, reason));
    AuditLog.append(h, now, AUTO, "status", s.id(), "PENDING -> APPROVED: " + reason);
    return SnapshotTable.find(h, s.id()).orElse(s);
  }
}
