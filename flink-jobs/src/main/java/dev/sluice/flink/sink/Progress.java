package dev.sluice.flink.sink;

import dev.sluice.flink.ledger.LedgerRange;
import dev.sluice.flink.ledger.Outcomes;
import dev.sluice.flink.sanitize.WindowKey;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one writer says at one checkpoint.
 *
 * @param writer index of the writer, from 0
 * @param writers how many there are
 * @param watermark milliseconds since the epoch; the writer holds no row of a window before it
 * @param idle no partition of this writer delivers; it holds no rows at all
 * @param ended this writer's input is at its end; it says nothing any more
 * @param ranges records since its last progress
 * @param services outcomes by {@code env/service}, {@code -} where it is not known
 * @param windows what was left out, by window
 */
public record Progress(
    int writer,
    int writers,
    long watermark,
    boolean idle,
    boolean ended,
    List<LedgerRange> ranges,
    SortedMap<String, Outcomes> services,
    SortedMap<WindowKey, WindowTally> windows) {
  public Progress {
    ranges = List.copyOf(ranges);
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    windows = Collections.unmodifiableSortedMap(new TreeMap<>(windows));
  }
}
