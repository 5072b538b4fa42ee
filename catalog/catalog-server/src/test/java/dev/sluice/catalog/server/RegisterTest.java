package dev.sluice.catalog.server;

import static dev.sluice.catalog.server.Manifests.NOON;
import static dev.sluice.catalog.server.Manifests.approved;
import static dev.sluice.catalog.server.Manifests.id;
import static dev.sluice.catalog.server.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.catalog.client.CatalogException;
import dev.sluice.catalog.client.LookupQuery;
import dev.sluice.catalog.server.index.Approval;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.AuditEntry;
import dev.sluice.model.catalog.RegisterRequest;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterTest extends CatalogTest {
  @Test
  void registeringTwiceChangesNothing() throws Exception {
    try (Fixture catalog = open()) {
      RegisterRequest request = Manifests.publish(catalog.store, manifest(id("checkout", NOON, 1)));
      String body = new String(SluiceJson.bytes(request), java.nio.charset.StandardCharsets.UTF_8);

      assertThat(catalog.postJson("/v1/snapshots", body).statusCode()).isEqualTo(201);
      assertThat(catalog.postJson("/v1/snapshots", body).statusCode()).isEqualTo(200);

      assertThat(catalog.client.lookup(LookupQuery.all())).hasSize(1);
      assertThat(catalog.client.audit()).extracting(AuditEntry::action).containsExactly("register");
    }
  }

  @Test
  void manyCallersAtOnceRegisterASnapshotOnce() throws Exception {
    try (Fixture catalog = open()) {
      RegisterRequest request = Manifests.publish(catalog.store, manifest(id("checkout", NOON, 1)));
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Callable<SnapshotSummary>> calls =
          IntStream.range(0, 16)
              .<Callable<SnapshotSummary>>mapToObj(i -> () -> catalog.client.register(request))
              .toList();
      for (var result : threads.invokeAll(calls)) {
        assertThat(result.get().id()).isEqualTo(id("checkout", NOON, 1).toString());
      }
      threads.shutdown();

      assertThat(catalog.client.audit()).hasSize(1);
    }
  }

  @Test
  void aNewRevisionBecomesTheCurrentOneWhateverTheOrderOfArrival() {
    try (Fixture catalog = open()) {
      for (int revision : new int[] {2, 1, 3}) {
        catalog.register(manifest(id("checkout", NOON, revision)));
      }

      assertThat(catalog.client.lookup(LookupQuery.all()))
          .extracting(SnapshotSummary::revision)
          .containsExactly(3);
      assertThat(catalog.client.lookup(LookupQuery.all().withAllRevisions()))
          .extracting(SnapshotSummary::current)
          .containsExactly(true, false, false);
    }
  }

  @Test
  void aSnapshotWaitsForAReviewUnlessThePolicyBlocksIt() {
    try (Fixture catalog = open()) {
      SnapshotManifest blocked =
          manifest(id("payments", NOON, 1), 10, List.of(), List.of("residue-after-second-look"));

      assertThat(catalog.register(manifest(id("checkout", NOON, 1))).status())
          .isEqualTo(SnapshotStatus.PENDING);
      assertThat(catalog.register(blocked).status()).isEqualTo(SnapshotStatus.BLOCKED);
    }
  }

  @Test
  void autoApprovalSaysSoInTheAuditLogAndNeverPassesABlockedSnapshot() {
    try (Fixture catalog = open(c -> c.withApproval(Approval.OF_ALL))) {
      SnapshotManifest blocked =
          manifest(id("payments", NOON, 1), 10, List.of(), List.of("residue-after-second-look"));

      assertThat(catalog.register(manifest(id("checkout", NOON, 1))).status())
          .isEqualTo(SnapshotStatus.APPROVED);
      assertThat(catalog.register(blocked).status()).isEqualTo(SnapshotStatus.BLOCKED);
      assertThat(catalog.client.audit().filter(e -> e.action().equals("status")))
          .extracting(AuditEntry::actor)
          .containsExactly("system:auto-approve");
    }
  }

  @Test
  void whatThePolicyApprovesNeedsNoReviewerUnlessItIsBlocked() {
    try (Fixture catalog = open(c -> c.withApproval(Approval.BY_POLICY))) {
      SnapshotManifest blocked =
          manifest(id("payments", NOON, 1), 10, List.of(), List.of("residual findings: 1"));

      assertThat(catalog.register(manifest(id("returns", NOON, 1))).status())
          .isEqualTo(SnapshotStatus.PENDING);
      assertThat(catalog.register(approved(manifest(id("checkout", NOON, 1)))).status())
          .isEqualTo(SnapshotStatus.APPROVED);
      assertThat(catalog.register(approved(blocked)).status()).isEqualTo(SnapshotStatus.BLOCKED);
    }
  }

  @Test
  void withoutTheCatalogsConsentAPolicyApprovesNothing() {
    try (Fixture catalog = open()) {
      assertThat(catalog.register(approved(manifest(id("checkout", NOON, 1)))).status())
          .isEqualTo(SnapshotStatus.PENDING);
    }
  }

  @Test
  void aManifestWithAnotherDigestIsRefused() {
    try (Fixture catalog = open()) {
      RegisterRequest request = Manifests.publish(catalog.store, manifest(id("checkout", NOON, 1)));

      assertThatThrownBy(
              () ->
                  catalog.client.register(
                      new RegisterRequest(request.manifestKey(), "sha256:" + "0".repeat(64))))
          .isInstanceOfSatisfying(
              CatalogException.class, e -> assertThat(e.status()).isEqualTo(409));
    }
  }

  @Test
  void aManifestThatStandsInAnotherSnapshotsFolderIsRefused() {
    try (Fixture catalog = open()) {
      byte[] bytes = SluiceJson.bytes(manifest(id("checkout", NOON, 1)));
      String key = id("payments", NOON, 1).manifestKey();
      catalog.store.put(key, bytes, ObjectStore.JSON);

      assertThatThrownBy(
              () ->
                  catalog.client.register(
                      new RegisterRequest(key, dev.sluice.model.ContentDigest.of(bytes))))
          .isInstanceOfSatisfying(
              CatalogException.class, e -> assertThat(e.status()).isEqualTo(422));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../catalog.db",
        "prod/checkout/2026/11/22/../../../../../catalog.db",
        "/etc/passwd",
        "prod/../2026/11/22/checkout-prod-20261122T120000Z-5m-r1/manifest.json",
        "_outbox/2026/11/22/checkout-prod-20261122T120000Z-5m-r1/manifest.json",
        "",
        "manifest.json"
      })
  void aKeyThatIsNoManifestKeyNeverReachesTheStore(String key) {
    try (Fixture catalog = open()) {
      assertThatThrownBy(
              () -> catalog.client.register(new RegisterRequest(key, "sha256:" + "0".repeat(64))))
          .isInstanceOfSatisfying(
              CatalogException.class,
              e -> {
                assertThat(e.status()).isEqualTo(400);
                assertThat(e.getMessage()).doesNotContain("passwd");
              });
    }
  }

  @Test
  void aManifestThatIsNotInTheBucketIsAskedFor() {
    try (Fixture catalog = open()) {
      assertThatThrownBy(
              () ->
                  catalog.client.register(
                      new RegisterRequest(
                          id("checkout", NOON, 1).manifestKey(), "sha256:" + "0".repeat(64))))
          .isInstanceOfSatisfying(
              CatalogException.class, e -> assertThat(e.status()).isEqualTo(422));
    }
  }
}
