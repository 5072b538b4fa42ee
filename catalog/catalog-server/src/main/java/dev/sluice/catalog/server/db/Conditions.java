package dev.sluice.catalog.server.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The WHERE clause of a lookup. Values are always bound, never part of the text. */
final class Conditions {
  private final List<String> clauses = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  static Conditions of(SnapshotFilter f) {
    Conditions c = new Conditions();
    if (f.currentOnly()) {
      c.clauses.add("s.is_current = 1");
    }
    f.service().ifPresent(v -> c.add("s.service = :service", "service", v));
    f.env().ifPresent(v -> c.add("s.env = :env", "env", v));
    f.from().ifPresent(v -> c.add("s.window_end > :from", "from", Micros.of(v)));
    f.to().ifPresent(v -> c.add("s.window_start < :to", "to", Micros.of(v)));
    f.status().ifPresent(v -> c.add("s.status = :status", "status", v.name()));
    f.policyDigest().ifPresent(v -> c.add("s.policy_digest = :policy", "policy", v));
    f.label()
        .ifPresent(
            v ->
                c.add(
                    "EXISTS (SELECT 1 FROM snapshot_labels l"
                        + " WHERE l.snapshot_id = s.id AND l.label = :label)",
                    "label",
                    v));
    f.endpoint()
        .ifPresent(
            v ->
                c.add(
                    "EXISTS (SELECT 1 FROM snapshot_endpoints e WHERE e.snapshot_id = s.id"
                        + " AND lower(e.endpoint) LIKE lower(:endpoint) ESCAPE '!')",
                    "endpoint",
                    "%" + escaped(v) + "%"));
    return c;
  }

  Conditions after(Cursor cursor) {
    values.put("cursorStart", cursor.windowStartMicros());
    return add(
        "(s.window_start < :cursorStart OR (s.window_start = :cursorStart AND s.id < :cursorId))",
        "cursorId",
        cursor.id());
  }

  private Conditions add(String clause, String name, Object value) {
    clauses.add(clause);
    values.put(name, value);
    return this;
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  String where() {
    return clauses.isEmpty() ? "" : " WHERE " + String.join(" AND ", clauses);
  }

  Map<String, Object> values() {
    return values;
  }
}
