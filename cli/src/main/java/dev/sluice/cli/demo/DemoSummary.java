package dev.sluice.cli.demo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sluice.flink.ledger.Outcomes;
import dev.sluice.model.catalog.SnapshotSummary;
import java.net.URI;
import java.util.List;

/**
 * What became of the captures. The numbers come from three places that do not know each other: the
 * broker's offsets, the ledger in the bucket, and the catalog.
 *
 * @param captured records in the raw topic
 * @param filtered left out by drop rules
 * @param sampled left out by sampling
 * @param quarantined held back by decoder, engine or gate
 * @param late after their window had closed
 * @param proxyDropped exchanges that passed a proxy but never reached Kafka
 * @param snapshots newest revisions only
 */
@JsonPropertyOrder({
  "captured",
  "filtered",
  "sampled",
  "quarantined",
  "late",
  "proxyDropped",
  "snapshots",
  "catalogUrl"
})
record DemoSummary(
    long captured,
    long filtered,
    long sampled,
    long quarantined,
    long late,
    long proxyDropped,
    List<Line> snapshots,
    String catalogUrl) {

  /** One snapshot. */
  @JsonPropertyOrder({"id", "service", "exchanges", "contentDigest", "status"})
  record Line(String id, String service, long exchanges, String contentDigest, String status) {}

  static DemoSummary of(Account.State state, long proxyDropped, URI catalog) {
    Outcomes total = state.ledger().total();
    return new DemoSummary(
        state.captured(),
        total.filtered(),
        total.sampled(),
        total.quarantinedTotal(),
        total.late(),
        proxyDropped,
        state.snapshots().stream().map(DemoSummary::line).toList(),
        catalog.toString());
  }

  private static Line line(SnapshotSummary s) {
    return new Line(s.id(), s.service(), s.exchanges(), s.contentDigest(), s.status().name());
  }

  /** Exchanges in the newest revisions. */
  @JsonIgnore
  long inSnapshots() {
    return snapshots.stream().mapToLong(Line::exchanges).sum();
  }

  /** Whether every record of the topic has exactly one outcome. */
  @JsonIgnore
  boolean isBalanced() {
    return captured == inSnapshots() + filtered + sampled + quarantined + late;
  }
}
