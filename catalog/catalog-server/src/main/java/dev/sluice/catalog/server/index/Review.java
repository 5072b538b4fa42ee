package dev.sluice.catalog.server.index;

import dev.sluice.catalog.server.db.AuditLog;
import dev.sluice.catalog.server.db.Database;
import dev.sluice.catalog.server.db.Labels;
import dev.sluice.catalog.server.db.SnapshotTable;
import dev.sluice.catalog.server.db.StatusHistory;
import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.model.catalog.StatusChange;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Decisions of people. Each changes the row, the history and the audit log in one transaction.
 * Thread-safe.
 */
public final class Review {
  private static final int MAX_REASON = 2_000;
  private static final Pattern LABEL = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  private final Database db;
  private final CatalogIndex index;
  private final Clock clock;

  public Review(Database db, CatalogIndex index, Clock clock) {
    this.db = db;
    this.index = index;
    this.clock = clock;
  }

  /** Changes a status; refused when it is not allowed or decided on an old version. */
  public SnapshotSummary decide(String id, StatusChange change, String actor) {
    String reason = reason(change);
    SnapshotSummary seen = index.readable(id);
    // A decision binds the manifest: it must still be what was registered. Only a rejection may
    // also be given to one that is damaged or gone.
    boolean blocked =
        change.status() != SnapshotStatus.REJECTED && !index.manifest(seen).blocked().isEmpty();
    return db.write(h -> apply(h, id, change, blocked, reason, actor));
  }

  private SnapshotSummary apply(
      Handle h, String id, StatusChange change, boolean blocked, String reason, String actor) {
    SnapshotSummary now = find(h, id);
    if (now.version() != change.expectedVersion()) {
      throw ErrorCode.VERSION_CONFLICT.with(
          id
              + " is "
              + now.status()
              + " at version "
              + now.version()
              + "; reload and decide again");
    }
    List<SnapshotStatus> allowed = Transitions.from(now.status(), blocked);
    if (!allowed.contains(change.status())) {
      throw ErrorCode.TRANSITION_REFUSED.with(
          now.status()
              + (blocked ? " and blocked by the policy" : "")
              + " cannot become "
              + change.status()
              + ", only "
              + allowed);
    }
    Instant at = clock.instant();
    SnapshotTable.changeStatus(h, id, change.status(), change.expectedVersion());
    StatusHistory.append(
        h, now, new StatusHistory.Entry(now.version() + 1, change.status(), at, actor, reason));
    AuditLog.append(
        h,
        at,
        actor,
        "status",
        id,
        now.status() + " -> " + change.status() + " of " + now.manifestDigest() + ": " + reason);
    return find(h, id);
  }

  /** Gives or takes a label; again is harmless. */
  public SnapshotSummary label(String id, String label, boolean present, String actor) {
    if (!LABEL.matcher(label).matches() || label.equals("latest")) {
      throw ErrorCode.BAD_REQUEST.with(
          "a label is 1 to 63 of a-z, 0-9, dot, dash and underscore, and not \"latest\"");
    }
    index.readable(id);
    return db.write(
        h -> {
          boolean changed = present ? Labels.add(h, id, label) : Labels.remove(h, id, label);
          if (changed) {
            String action = present ? "label" : "unlabel";
            AuditLog.append(h, clock.instant(), actor, action, id, label);
          }
          return find(h, id);
        });
  }

  private static SnapshotSummary find(Handle h, String id) {
    return SnapshotTable.find(h, id)
        .orElseThrow(() -> ErrorCode.UNKNOWN_SNAPSHOT.with("the catalog has no " + id));
  }

  @SuppressWarnings("NullAway") // JSON may leave any field out.
  private static String reason(StatusChange change) {
    String reason = change.reason() == null ? "" : change.reason().strip();
    if (change.status() == null || reason.isEmpty() || reason.length() > MAX_REASON) {
      throw ErrorCode.BAD_REQUEST.with(
          "a status change needs a status and a reason of 1 to " + MAX_REASON + " characters");
    }
    return reason;
  }
}
