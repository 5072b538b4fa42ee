package dev.sluice.catalog.server.ui;

import dev.sluice.model.catalog.SnapshotSummary;
import java.util.List;

/**
 * Everything the list page shows.
 *
 * @param total matching snapshots
 * @param pending how many of them wait for a review
 * @param nextCursor empty on the last page
 * @param nextPending address of the oldest pending snapshot shown, empty if none
 * @param p99Change newest p99 against the last approved snapshot of the same service
 * @param chart JSON for the latency chart
 */
public record SnapshotsView(
    Search search,
    List<SnapshotSummary> items,
    String nextCursor,
    boolean firstPage,
    long total,
    long pending,
    String nextPending,
    String findings,
    String quarantined,
    String p99Change,
    String p99Hint,
    Timeline timeline,
    String chart,
    boolean catalogEmpty) {}
