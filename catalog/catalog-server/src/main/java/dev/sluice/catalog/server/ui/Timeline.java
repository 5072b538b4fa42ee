package dev.sluice.catalog.server.ui;

import dev.sluice.model.catalog.SnapshotSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Snapshots as dots, one lane per service; larger dots hold more exchanges. Coordinates are SVG
 * user units.
 */
public record Timeline(List<Lane> lanes, List<Tick> ticks, int height) {
  private static final int LEFT = 130;
  private static final int RIGHT = 690;
  private static final int LANE = 36;
  private static final int MAX_LANES = 12;
  private static final int TICKS = 5;

  /** One service. */
  public record Lane(String service, int y, List<Dot> dots) {}

  /** One snapshot; {@code x} and {@code r} are decimal numbers as text. */
  public record Dot(String id, String x, String r, String style, String title) {}

  /** One time on the axis. */
  public record Tick(int x, String text) {}

  static Timeline of(List<SnapshotSummary> snapshots) {
    if (snapshots.isEmpty()) {
      return new Timeline(List.of(), List.of(), 0);
    }
    Instant first =
        snapshots.stream().map(SnapshotSummary::windowStart).min(Instant::compareTo).get();
    Instant last =
        snapshots.stream().map(SnapshotSummary::windowStart).max(Instant::compareTo).get();
    long most = snapshots.stream().mapToLong(SnapshotSummary::exchanges).max().orElse(1);
    Map<String, List<SnapshotSummary>> services =
        snapshots.stream()
            .collect(
                Collectors.groupingBy(SnapshotSummary::service, TreeMap::new, Collectors.toList()));
    List<Lane> lanes = new ArrayList<>();
    for (var service : services.entrySet()) {
      if (lanes.size() < MAX_LANES) {
        int y = 24 + lanes.size() * LANE;
        List<Dot> dots =
            service.getValue().stream().map(s -> dot(s, first, last, Math.max(1, most))).toList();
        lanes.add(new Lane(service.getKey(), y, dots));
      }
    }
    return new Timeline(lanes, ticks(first, last), 24 + lanes.size() * LANE + 18);
  }

  /** Right to left line ends, for the template. */
  public int left() {
    return LEFT;
  }

  public int right() {
    return RIGHT;
  }

  private static Dot dot(SnapshotSummary s, Instant first, Instant last, long most) {
    double radius = 3 + 5 * Math.sqrt((double) s.exchanges() / most);
    return new Dot(
        s.id(),
        number(x(s.windowStart(), first, last)),
        number(radius),
        "dot " + s.status().name().toLowerCase(Locale.ROOT),
        s.id()
            + ": "
            + Format.count(s.exchanges())
            + " exchanges, "
            + s.status().name().toLowerCase(Locale.ROOT));
  }

  private static double x(Instant time, Instant first, Instant last) {
    double range = Duration.between(first, last).toMillis();
    double share = range == 0 ? 0.5 : Duration.between(first, time).toMillis() / range;
    return LEFT + 10 + share * (RIGHT - LEFT - 20);
  }

  private static List<Tick> ticks(Instant first, Instant last) {
    Duration range = Duration.between(first, last);
    if (range.isZero()) {
      return List.of(new Tick((LEFT + RIGHT) / 2, Format.time(first)));
    }
    DateTimeFormatter format = formatter(range);
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < TICKS; i++) {
      Instant at = first.plus(range.multipliedBy(i).dividedBy(TICKS - 1));
      ticks.add(new Tick((int) Math.round(x(at, first, last)), format.format(at)));
    }
    return ticks;
  }

  private static DateTimeFormatter formatter(Duration range) {
    String pattern =
        range.toMinutes() < 30 ? "HH:mm:ss" : range.toHours() < 48 ? "MMM dd HH:mm" : "MMM dd";
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
