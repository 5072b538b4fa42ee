package dev.sluice.catalog.server.db;

import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotSummary;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Every status a snapshot had, since when, by whom and why. */
public final class StatusHistory {
  /** One status; {@code version} 0 is the first. */
  public record Entry(
      int version, SnapshotStatus status, Instant at, String actor, String reason) {}

  private static final String LABELLED =
      " AND EXISTS (SELECT 1 FROM snapshot_labels l"
          + " WHERE l.snapshot_id = s.id AND l.label = :label)";
  private static final String COVERING =
      " AND s.window_start <= :covering AND s.window_end > :covering";

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
   * What a name asks for.
   *
   * @param label empty for any
   * @param covering a time that must lie in the window; empty for any
   * @param asOf whose statuses count
   * @param approvedOnly false takes any status but ERASED
   */
  public record Wanted(
      String service,
      Optional<String> env,
      Optional<String> label,
      Optional<Instant> covering,
      Instant asOf,
      boolean approvedOnly) {}

  /** The id of the newest fitting snapshot. */
  public static Optional<String> resolve(Handle h, Wanted w) {
    StringBuilder sql =
        new StringBuilder(
            "SELECT s.id FROM snapshots s JOIN status_history t ON t.snapshot_id = s.id"
                + " WHERE s.service = :service AND t.version = (SELECT MAX(u.version)"
                + " FROM status_history u WHERE u.snapshot_id = s.id AND u.at <= :asOf)"
                + " AND s.status <> 'ERASED'");
    Map<String, Object> values = new HashMap<>();
    values.put("service", w.service());
    values.put("asOf", Micros.of(w.asOf()));
    sql.append(w.approvedOnly() ? " AND t.status = 'APPROVED'" : "");
    w.env().ifPresent(v -> and(sql, values, " AND s.env = :env", "env", v));
    w.label().ifPresent(v -> and(sql, values, LABELLED, "label", v));
    w.covering().ifPresent(v -> and(sql, values, COVERING, "covering", Micros.of(v)));
    sql.append(" ORDER BY s.window_start DESC, s.window_end DESC, s.run, s.revision DESC, s.id");
    return h.createQuery(sql.append(" LIMIT 1").toString())
        .bindMap(values)
        .mapTo(String.class)
        .findFirst();
  }

  private static void and(
      StringBuilder sql, Map<String, Object> values, String clause, String name, Object value) {
    sql.append(clause);
    values.put(name, value);
  }
}
