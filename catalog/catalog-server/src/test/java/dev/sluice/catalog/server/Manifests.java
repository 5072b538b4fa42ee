package dev.sluice.catalog.server;

import dev.sluice.model.Baseline;
import dev.sluice.model.ContentDigest;
import dev.sluice.model.Direction;
import dev.sluice.model.EndpointBaseline;
import dev.sluice.model.FindingCount;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.LineageRange;
import dev.sluice.model.PartInfo;
import dev.sluice.model.Provenance;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.catalog.RegisterRequest;
import dev.sluice.snapshot.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes plausible manifests and puts them, with one small part each, into a store. */
final class Manifests {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final Duration WINDOW = Duration.ofMinutes(5);

  private Manifests() {}

  /** The same as a policy approves it. */
  static SnapshotManifest approved(SnapshotManifest m) {
    return new SnapshotManifest(
        m.format(),
        m.snapshotId(),
        m.env(),
        m.service(),
        m.windowStart(),
        m.windowEnd(),
        m.run(),
        m.revision(),
        m.contentDigest(),
        m.exchanges(),
        m.parts(),
        m.provenance(),
        m.policies(),
        m.baseline(),
        m.findings(),
        m.quarantined(),
        m.filtered(),
        m.lineage(),
        m.authorityHashes(),
        m.notes(),
        m.blocked(),
        m.uniqueness(),
        Optional.of("within the limits of the policy"));
  }

  static SnapshotId id(String service, Instant start, int revision) {
    return new SnapshotId(service, "prod", start, WINDOW, Optional.empty(), revision);
  }

  static SnapshotManifest manifest(SnapshotId id) {
    return manifest(id, 1_000, List.of(finding("$.user.email", 42)), List.of());
  }

  static SnapshotManifest manifest(
      SnapshotId id, long exchanges, List<FindingCount> findings, List<String> blocked) {
    byte[] part = part(id);
    long p99 = 100_000 + exchanges * 11;
    return new SnapshotManifest(
        SnapshotManifest.FORMAT,
        id.toString(),
        id.env(),
        id.service(),
        id.windowStart(),
        id.windowEnd(),
        id.run(),
        id.revision(),
        ContentDigest.of(id.toString().getBytes(StandardCharsets.UTF_8)),
        exchanges,
        List.of(
            new PartInfo(
                id.prefix() + "part-0.parquet",
                part.length,
                ContentDigest.of(part),
                exchanges,
                id.windowStart(),
                id.windowEnd().minusMillis(1))),
        new Provenance("0.1.0", "balanced", "sha256:" + "a".repeat(64), packs(), "k-3f9a"),
        List.of(),
        new Baseline(
            endpoint("*", exchanges, 3, p99),
            List.of(
                endpoint("GET /products/{id}", exchanges / 2, 0, p99 / 3),
                endpoint("POST /orders", exchanges / 4, 3, p99)),
            exchanges / 300.0),
        findings,
        new TreeMap<>(Map.of("body-unreadable", 2L, "ts-missing", 1L)),
        4,
        List.of(new LineageRange("captures.raw", 0, 100, 1_099, exchanges)),
        List.of(),
        new TreeMap<>(Map.of("body truncated", 5L)),
        blocked,
        List.of(),
        Optional.empty());
  }

  private static SortedMap<String, String> packs() {
    return new TreeMap<>(Map.of("core", "sha256:" + "b".repeat(64)));
  }

  static FindingCount finding(String path, long count) {
    return new FindingCount(
        "email", "EMAIL_ADDRESS", InfoCategory.PII, "request.body:" + path, "tokenize", count);
  }

  private static EndpointBaseline endpoint(String name, long count, long errors, long p99) {
    return new EndpointBaseline(
        name, Direction.INBOUND, count, errors, 7, p99 / 8, p99 / 2, p99, p99 * 2);
  }

  private static byte[] part(SnapshotId id) {
    return ("PAR1 " + id).getBytes(StandardCharsets.UTF_8);
  }

  /** Puts part and manifest into the store; returns what a job would announce. */
  static RegisterRequest publish(ObjectStore store, SnapshotManifest manifest) {
    SnapshotId id =
        new SnapshotId(
            manifest.service(),
            manifest.env(),
            manifest.windowStart(),
            Duration.between(manifest.windowStart(), manifest.windowEnd()),
            manifest.run(),
            manifest.revision());
    byte[] bytes = SluiceJson.bytes(manifest);
    store.put(manifest.parts().get(0).key(), part(id), ObjectStore.PARQUET);
    store.put(id.manifestKey(), bytes, ObjectStore.JSON);
    return new RegisterRequest(id.manifestKey(), ContentDigest.of(bytes));
  }
}
