package dev.sluice.catalog.server.ui;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.catalog.SnapshotSummary;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The p99 of each service over time, as the JSON that the page's script hands to uPlot. */
final class LatencyChart {
  private static final int MAX_SERIES = 6;

  private LatencyChart() {}

  /** {@code {"x":[epoch seconds],"series":[{"label","values":[ms or null]}]}}. */
  static String json(List<SnapshotSummary> snapshots) {
    TreeSet<Instant> times = new TreeSet<>();
    TreeMap<String, TreeMap<Instant, Double>> services = new TreeMap<>();
    for (SnapshotSummary s : snapshots) {
      if (s.p99Micros() > 0) {
        times.add(s.windowStart());
        services
            .computeIfAbsent(s.service(), k -> new TreeMap<>())
            .put(s.windowStart(), s.p99Micros() / 1_000.0);
      }
    }
    ObjectNode root = SluiceJson.mapper().createObjectNode();
    ArrayNode x = root.putArray("x");
    times.forEach(t -> x.add(t.getEpochSecond()));
    ArrayNode series = root.putArray("series");
    services.entrySet().stream()
        .limit(MAX_SERIES)
        .forEach(
            e -> {
              ArrayNode values = series.addObject().put("label", e.getKey()).putArray("values");
              times.forEach(
                  t -> {
                    Double value = e.getValue().get(t);
                    if (value == null) {
                      values.addNull();
                    } else {
                      values.add(value);
                    }
                  });
            });
    return root.toString();
  }
}
