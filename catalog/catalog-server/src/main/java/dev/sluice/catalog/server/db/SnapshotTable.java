package dev.sluice.catalog.server.db;

import dev.sluice.model.FindingCount;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.RegisterRequest;
import dev.sluice.model.catalog.SnapshotPage;
import dev.sluice.model.catalog.SnapshotSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The snapshots and what they are found by. Works inside the caller's transaction. */
public final class SnapshotTable {
  private static final SnapshotRows ROWS = new SnapshotRows();

  private SnapshotTable() {}

  /** Adds a snapshot and gives "current" to the newest revision of its window. */
  public static void insert(
      Handle h, RegisterRequest where, SnapshotManifest m, SnapshotStatus status, Instant now) {
    String window = windowKey(m.snapshotId());
    h.createUpdate(
            "INSERT INTO snapshots (id, window_key, env, service, window_start, window_end,"
                + " revision, is_current, status, exchanges, findings, quarantined, p99_micros,"
                + " error_rate, content_digest, manifest_digest, manifest_key, policy_digest, run,"
                + " registered_at, version) VALUES (:id, :window, :env, :service, :start, :end,"
                + " :revision, 0, :status, :exchanges, :findings, :quarantined, :p99, :errorRate,"
                + " :content, :digest, :key, :policy, :run, :now, 0)")
        .bind("id", m.snapshotId())
        .bind("window", window)
        .bind("env", m.env())
        .bind("service", m.service())
        .bind("start", Micros.of(m.windowStart()))
        .bind("end", Micros.of(m.windowEnd()))
        .bind("revision", m.revision())
        .bind("status", status.name())
        .bind("exchanges", m.exchanges())
        .bind("findings", m.findings().stream().mapToLong(FindingCount::count).sum())
        .bind("quarantined", m.quarantined().values().stream().mapToLong(Long::longValue).sum())
        .bind("p99", m.baseline().overall().p99Micros())
        .bind("errorRate", m.baseline().overall().errorRate())
        .bind("content", m.contentDigest())
        .bind("digest", where.manifestDigest())
        .bind("key", where.manifestKey())
        .bind("policy", m.provenance().policyDigest())
        .bind("run", m.run().orElse(""))
        .bind("now", Micros.of(now))
        .execute();
    insertEndpoints(h, m);
    chooseCurrent(h, window);
  }

  private static void insertEndpoints(Handle h, SnapshotManifest m) {
    for (String endpoint :
        m.baseline().endpoints().stream().map(e -> e.endpoint()).distinct().toList()) {
      h.execute(
          "INSERT INTO snapshot_endpoints (snapshot_id, endpoint) VALUES (?, ?)",
          m.snapshotId(),
          endpoint);
    }
  }

  private static void chooseCurrent(Handle h, String window) {
    h.createUpdate(
            "UPDATE snapshots SET is_current = CASE WHEN revision ="
                + " (SELECT MAX(n.revision) FROM snapshots n WHERE n.window_key = :window)"
                + " THEN 1 ELSE 0 END WHERE window_key = :window")
        .bind("window", window)
        .execute();
  }

  static String windowKey(String id) {
    return id.substring(0, id.lastIndexOf("-r"));
  }

  public static Optional<SnapshotSummary> find(Handle h, String id) {
    List<SnapshotSummary> found =
        h.createQuery("SELECT * FROM snapshots WHERE id = :id").bind("id", id).map(ROWS).list();
    return SnapshotRows.withLabels(h, found).stream().findFirst();
  }

  /** All revisions of the window that {@code id} belongs to, newest first. */
  public static List<SnapshotSummary> revisions(Handle h, String id) {
    return h.createQuery("SELECT * FROM snapshots WHERE window_key = :w ORDER BY revision DESC")
        .bind("w", windowKey(id))
        .map(ROWS)
        .list();
  }

  /**
   * Newest windows first.
   *
   * @param limit items per page, 1 or more
   */
  public static SnapshotPage page(
      Handle h, SnapshotFilter filter, Optional<Cursor> cursor, int limit) {
    Conditions conditions = Conditions.of(filter);
    cursor.ifPresent(conditions::after);
    List<SnapshotSummary> rows =
        h.createQuery(
                "SELECT s.* FROM snapshots s"
                    + conditions.where()
                    + " ORDER BY s.window_start DESC, s.id DESC LIMIT :limit")
            .bindMap(conditions.values())
            .bind("limit", limit + 1)
            .map(ROWS)
            .list();
    boolean more = rows.size() > limit;
    List<SnapshotSummary> items = SnapshotRows.withLabels(h, more ? rows.subList(0, limit) : rows);
    return new SnapshotPage(
        items,
        more ? Optional.of(Cursor.after(items.get(items.size() - 1)).text()) : Optional.empty());
  }

  public static long count(Handle h, SnapshotFilter filter) {
    Conditions conditions = Conditions.of(filter);
    return h.createQuery("SELECT COUNT(*) FROM snapshots s" + conditions.where())
        .bindMap(conditions.values())
        .mapTo(Long.class)
        .one();
  }

  /** Sets a status if the row still has {@code expectedVersion}; false if somebody was faster. */
  public static boolean changeStatus(
      Handle h, String id, SnapshotStatus status, int expectedVersion) {
    return h.createUpdate(
                "UPDATE snapshots SET status = :status, version = version + 1"
                    + " WHERE id = :id AND version = :expected")
            .bind("status", status.name())
            .bind("id", id)
            .bind("expected", expectedVersion)
            .execute()
        == 1;
  }

  /** Brings a governance state back onto a row that was just inserted. */
  public static void restore(
      Handle h, String id, SnapshotStatus status, int version, Instant registeredAt) {
    h.execute(
        "UPDATE snapshots SET status = ?, version = ?, registered_at = ? WHERE id = ?",
        status.name(),
        version,
        Micros.of(registeredAt),
        id);
  }

  /** Every row of the index; labels and history stay. */
  public static void clear(Handle h) {
    h.execute("DELETE FROM snapshot_endpoints");
    h.execute("DELETE FROM snapshots");
  }

  public static List<SnapshotSummary> all(Handle h) {
    return h.createQuery("SELECT * FROM snapshots").map(ROWS).list();
  }
}
