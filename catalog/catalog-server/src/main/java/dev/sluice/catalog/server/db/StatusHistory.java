package dev.sluice.catalog.server.db;

import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Every status a snapshot had, since when, by whom and why. */
public final class StatusHistory {
  /** One status; {@code version} 0 is the first. */
  public record Entry(
      int version, SnapshotStatus status, Instant at, String actor, String reason) {}

  private StatusHistory() {}

  public static void append(Handle h, SnapshotSummary of, Entry entry) {
    h.execute(
        "INSERT INTO status_history"
            + " (snapshot_id, version, status, at, actor, reason, manifest_digest)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        of.id(),
        entry.version(),
        entry.status().name(),
        Micros.of(entry.at()),
        entry.actor(),
        entry.reason(),
        of.manifestDigest());
  }

  /** Newest first. */
  public static List<Entry> of(Handle h, String id) {
    return h.createQuery(
            "SELECT * FROM status_history WHERE snapshot_id = :id ORDER BY version DESC")
        .bind("id", id)
        .map(
            (row, c) ->
                new Entry(
                    row.getInt("version"),
                    SnapshotStatus.valueOf(row.getString("status")),
                    Micros.instant(row.getLong("at")),
                    row.getString("actor"),
                    row.getString("reason")))
        .list();
  }

  /** Forgets the history of a snapshot that is registered anew with another manifest. */
  public static void forget(Handle h, String id) {
    h.execute("DELETE FROM status_history WHERE snapshot_id = ?", id);
  }

  /**
   * The newest snapshot of a service that had a status the caller takes at a given time.
   *
   * @param label empty for any
   * @param covering a time that must lie in the window; empty for any
   * @param approvedOnly false takes any status but ERASED
   */
  public record Wanted(
      String service,
      Optional<String> env,
      Optional<String> label,
      Optional<Instant> covering,
      Instant asOf,
      boolean approvedOnly) {}

  /** The newest fitting snapshot of each environment, newest first. */
  public static List<String> resolve(Handle h, Wanted w) {
    StringBuilder sql =
        new StringBuilder(
            "SELECT s.id FROM snapshots s JOIN status_history t ON t.snapshot_id = s.id"
                + " WHERE s.service = :service AND t.version = (SELECT MAX(u.version)"
                + " FROM status_history u WHERE u.snapshot_id = s.id AND u.at <= :asOf)"
                + " AND s.status <> 'ERASED'");
    sql.append(w.approvedOnly() ? " AND t.status = 'APPROVED'" : " AND t.status <> 'ERASED'");
    w.env().ifPresent(v -> sql.append(" AND s.env = :env"));
    w.label()
        .ifPresent(
            v ->
                sql.append(
                    " AND EXISTS (SELECT 1 FROM snapshot_labels l"
                        + " WHERE l.snapshot_id = s.id AND l.label = :label)"));
    w.covering()
        .ifPresent(
            v -> sql.append(" AND s.window_start <= :covering AND s.window_end > :covering"));
    sql.append(" ORDER BY s.window_start DESC, s.window_end DESC, s.run, s.revision DESC, s.id");
    sql.append(" LIMIT :limit");
    var query =
        h.createQuery(sql.toString())
            .bind("service", w.service())
            .bind("asOf", Micros.of(w.asOf()))
            .bind("limit", 1);
    w.env().ifPresent(v -> query.bind("env", v));
    w.label().ifPresent(v -> query.bind("label", v));
    w.covering().ifPresent(v -> query.bind("covering", Micros.of(v)));
    return query.mapTo(String.class).list();
  }
}
