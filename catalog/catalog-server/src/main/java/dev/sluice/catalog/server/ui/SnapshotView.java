package dev.sluice.catalog.server.ui;

import dev.sluice.catalog.server.db.StatusHistory;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotSummary;
import java.util.List;

/**
 * Everything the page of one snapshot shows.
 *
 * @param decisions statuses that may come next
 * @param complaint why the last decision was refused; empty if it was not
 * @param reason what was typed before it was refused
 */
public record SnapshotView(
    SnapshotSummary snapshot,
    SnapshotManifest manifest,
    List<FindingRow> findings,
    List<EndpointRow> endpoints,
    List<SnapshotSummary> revisions,
    List<StatusHistory.Entry> history,
    List<SnapshotStatus> decisions,
    String complaint,
    String reason) {

  public long bytes() {
    return manifest.parts().stream().mapToLong(p -> p.sizeBytes()).sum();
  }

  /** How many rules found something. */
  public long rules() {
    return manifest.findings().stream().map(f -> f.ruleId()).distinct().count();
  }

  /** What a decision's button says. */
  public static String verb(SnapshotStatus status) {
    return switch (status) {
      case APPROVED -> "Approve";
      case REJECTED -> "Reject";
      case DEPRECATED -> "Deprecate";
      case PENDING -> "Review again";
      default -> Format.word(status);
    };
  }

  public static String buttonStyle(SnapshotStatus status) {
    return switch (status) {
      case APPROVED -> "button primary";
      case REJECTED -> "button danger";
      default -> "button";
    };
  }
}
