package dev.sluice.flink.sink;

import dev.sluice.flink.sanitize.WindowKey;
import dev.sluice.model.LineageRange;
import dev.sluice.model.PolicyTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of one window that are not yet in a part. Not thread-safe. */
final class HeldWindow {
  /** What a row costs beside its bytes, on the heap; an estimate. */
  static final int ROW_OVERHEAD = 64;

  private final WindowKey key;
  private final List<HeldRow> rows = new ArrayList<>();
  private final SortedSet<String> authorities = new TreeSet<>();
  private final SortedSet<PolicyTerms> terms = new TreeSet<>();
  private @Nullable PolicyTerms newest;
  private long bytes;

  HeldWindow(WindowKey key) {
    this.key = key;
  }

  /** Takes a row; gives what it costs in bytes. */
  long add(HeldRow row) {
    rows.add(row);
    long cost = row.row().length + (long) ROW_OVERHEAD;
    bytes += cost;
    return cost;
  }

  void addAuthority(String hash) {
    if (!hash.isEmpty()) {
      authorities.add(hash);
    }
  }

  /** Nearly always those of the row before. */
  @SuppressWarnings("ReferenceEquality")
  void addTerms(PolicyTerms more) {
    if (more != newest) {
      newest = more;
      terms.add(more);
    }
  }

  WindowKey key() {
    return key;
  }

  List<HeldRow> rows() {
    return rows;
  }

  SortedSet<String> authorities() {
    return authorities;
  }

  SortedSet<PolicyTerms> terms() {
    return terms;
  }

  long bytes() {
    return bytes;
  }

  List<byte[]> encodedRows() {
    return rows.stream().map(HeldRow::row).toList();
  }

  /** First and last offset, and number of rows, of each partition. */
  List<LineageRange> lineage(String topic) {
    Map<Integer, LineageRange> ranges = new TreeMap<>();
    for (HeldRow row : rows) {
      ranges.merge(
          row.partition(),
          new LineageRange(topic, row.partition(), row.offset(), row.offset(), 1),
          HeldWindow::span);
    }
    return List.copyOf(ranges.values());
  }

  private static LineageRange span(LineageRange a, LineageRange b) {
    return new LineageRange(
        a.topic(),
        a.partition(),
        Math.min(a.fromOffset(), b.fromOffset()),
        Math.max(a.toOffset(), b.toOffset()),
        a.rows() + b.rows());
  }
}
