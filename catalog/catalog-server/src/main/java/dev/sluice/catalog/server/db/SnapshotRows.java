package dev.sluice.catalog.server.db;

import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Table rows to summaries; labels come in one second query for all rows. */
final class SnapshotRows implements RowMapper<SnapshotSummary> {
  @Override
  public SnapshotSummary map(ResultSet row, StatementContext context) throws SQLException {
    return new SnapshotSummary(
        row.getString("id"),
        row.getString("env"),
        row.getString("service"),
        Micros.instant(row.getLong("window_start")),
        Micros.instant(row.getLong("window_end")),
        row.getInt("revision"),
        row.getInt("is_current") == 1,
        SnapshotStatus.valueOf(row.getString("status")),
        row.getLong("exchanges"),
        row.getLong("findings"),
        row.getLong("quarantined"),
        row.getLong("p99_micros"),
        row.getDouble("error_rate"),
        row.getString("content_digest"),
        row.getString("manifest_digest"),
        row.getString("manifest_key"),
        row.getString("policy_digest"),
        List.of(),
        Optional.of(row.getString("run")).filter(r -> !r.isEmpty()),
        Micros.instant(row.getLong("registered_at")),
        row.getInt("version"));
  }

  static List<SnapshotSummary> withLabels(Handle h, List<SnapshotSummary> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    Map<String, List<String>> labels = labels(h, rows.stream().map(SnapshotSummary::id).toList());
    return rows.stream()
        .map(s -> labels.containsKey(s.id()) ? labelled(s, labels.get(s.id())) : s)
        .toList();
  }

  private static Map<String, List<String>> labels(Handle h, List<String> ids) {
    return h
        .createQuery(
            "SELECT snapshot_id, label FROM snapshot_labels WHERE snapshot_id IN (<ids>)"
                + " ORDER BY label")
        .bindList("ids", ids)
        .map((rs, c) -> Map.entry(rs.getString(1), rs.getString(2)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                TreeMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static SnapshotSummary labelled(SnapshotSummary s, List<String> labels) {
    return new SnapshotSummary(
        s.id(),
        s.env(),
        s.service(),
        s.windowStart(),
        s.windowEnd(),
        s.revision(),
        s.current(),
        s.status(),
        s.exchanges(),
        s.findings(),
        s.quarantined(),
        s.p99Micros(),
        s.errorRate(),
        s.contentDigest(),
        s.manifestDigest(),
        s.manifestKey(),
        s.policyDigest(),
        labels,
        s.run(),
        s.registeredAt(),
        s.version());
  }
}
