package dev.sluice.catalog.server;

import static dev.sluice.catalog.server.Manifests.NOON;
import static dev.sluice.catalog.server.Manifests.WINDOW;
import static dev.sluice.catalog.server.Manifests.id;
import static dev.sluice.catalog.server.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.client.LookupQuery;
import dev.sluice.catalog.server.index.RebuildReport;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.snapshot.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebuildTest extends CatalogTest {
  private static final LookupQuery EVERYTHING = LookupQuery.all().withAllRevisions();

  private static List<SnapshotSummary> fill(Fixture catalog) {
    catalog.approve(catalog.register(manifest(id("checkout", NOON, 1))));
    catalog.register(manifest(id("checkout", NOON, 2)));
    catalog.register(manifest(id("payments", NOON.plus(WINDOW), 1)));
    return catalog.client.lookup(EVERYTHING).toList();
  }

  @Test
  void aRebuildOfAnIntactIndexChangesNothing() {
    try (Fixture catalog = open()) {
      List<SnapshotSummary> before = fill(catalog);

      RebuildReport report = catalog.server.index().rebuild("test");

      assertThat(report).isEqualTo(new RebuildReport(3, 3, 0, List.of()));
      assertThat(catalog.client.lookup(EVERYTHING)).isEqualTo(before);
      assertThat(catalog.client.resolve("checkout@latest").id())
          .isEqualTo(id("checkout", NOON, 1).toString());
      assertThat(catalog.server.index().verifyAudit().intact()).isTrue();
    }
  }

  @Test
  void aLostDatabaseComesBackFromTheBucketAndWaitsForReviewsAgain() throws Exception {
    List<SnapshotSummary> before;
    try (Fixture catalog = open()) {
      before = fill(catalog);
    }
    loseDatabase();
    try (Fixture catalog = open()) {
      RebuildReport report = catalog.server.index().rebuild("test");

      assertThat(report.indexed()).isEqualTo(3);
      assertThat(catalog.client.lookup(EVERYTHING))
          .usingRecursiveComparison()
          .ignoringFields("status", "version", "registeredAt")
          .isEqualTo(before);
      assertThat(catalog.client.lookup(EVERYTHING))
          .extracting(SnapshotSummary::status)
          .containsOnly(SnapshotStatus.PENDING);
    }
  }

  @Test
  void damagedAndMissingManifestsAreReportedAndDoNotStopIt() {
    try (Fixture catalog = open()) {
      fill(catalog);
      String damaged = id("payments", NOON.plus(WINDOW), 1).manifestKey();
      catalog.store.put(damaged, "[".getBytes(StandardCharsets.UTF_8), ObjectStore.JSON);
      catalog.store.delete(id("checkout", NOON, 2).manifestKey());

      RebuildReport report = catalog.server.index().rebuild("test");

      assertThat(report).isEqualTo(new RebuildReport(1, 1, 2, List.of(damaged)));
      assertThat(catalog.client.lookup(EVERYTHING))
          .extracting(SnapshotSummary::current)
          .containsExactly(true);
    }
  }
}
