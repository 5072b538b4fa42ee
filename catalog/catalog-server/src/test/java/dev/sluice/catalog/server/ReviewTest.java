package dev.sluice.catalog.server;

import static dev.sluice.catalog.server.Manifests.NOON;
import static dev.sluice.catalog.server.Manifests.id;
import static dev.sluice.catalog.server.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.catalog.client.CatalogException;
import dev.sluice.catalog.server.index.Transitions;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.AuditEntry;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.model.catalog.StatusChange;
import dev.sluice.snapshot.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewTest extends CatalogTest {
  private Fixture catalog;
  private SnapshotSummary pending;

  @BeforeEach
  void start() {
    catalog = open();
    pending = catalog.register(manifest(id("checkout", NOON, 1)));
  }

  @AfterEach
  void stop() {
    catalog.close();
  }

  @Test
  void aDecisionChangesStatusVersionAndAuditLog() {
    SnapshotSummary approved = catalog.approve(pending);

    assertThat(approved.status()).isEqualTo(SnapshotStatus.APPROVED);
    assertThat(approved.version()).isEqualTo(pending.version() + 1);
    AuditEntry entry = catalog.client.audit().reduce((a, b) -> b).orElseThrow();
    assertThat(entry.subject()).isEqualTo(pending.id());
    assertThat(entry.detail()).contains("PENDING -> APPROVED", pending.manifestDigest(), "checked");
  }

  @Test
  void theSecondOfTwoDecisionsOnTheSameVersionIsAConflict() {
    catalog.approve(pending);

    refused(SnapshotStatus.REJECTED, "too late", pending.version(), 409);
    assertThat(catalog.client.snapshot(pending.id()).status()).isEqualTo(SnapshotStatus.APPROVED);
    assertThat(catalog.client.audit()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(SnapshotStatus.class)
  void onlyAllowedTransitionsPass(SnapshotStatus next) {
    if (Transitions.from(SnapshotStatus.PENDING).contains(next)) {
      StatusChange change = new StatusChange(next, "checked", 0);
      assertThat(catalog.client.changeStatus(pending.id(), change).status()).isEqualTo(next);
    } else {
      refused(next, "checked", 0, 409);
    }
  }

  @Test
  void aBlockedSnapshotCannotBeApproved() {
    SnapshotSummary blocked =
        catalog.register(manifest(id("payments", NOON, 1), 10, List.of(), List.of("residue")));

    assertThatThrownBy(() -> catalog.approve(blocked))
        .isInstanceOfSatisfying(CatalogException.class, e -> assertThat(e.status()).isEqualTo(409));
    catalog.client.changeStatus(
        blocked.id(), new StatusChange(SnapshotStatus.REJECTED, "residue", 0));
    assertThatThrownBy(
            () ->
                catalog.client.changeStatus(
                    blocked.id(), new StatusChange(SnapshotStatus.PENDING, "round about", 1)))
        .isInstanceOfSatisfying(CatalogException.class, e -> assertThat(e.status()).isEqualTo(409));
  }

  @Test
  void aDecisionNeedsAReason() throws Exception {
    refused(SnapshotStatus.APPROVED, "  ", 0, 400);
    refused(SnapshotStatus.APPROVED, "x".repeat(2_001), 0, 400);
    String path = "/v1/snapshots/" + pending.id() + "/status";
    assertThat(catalog.postJson(path, "{}").statusCode()).isEqualTo(400);
    assertThat(catalog.postJson(path, "null").statusCode()).isEqualTo(400);
    assertThat(
            catalog
                .postJson(path, "{\"status\":\"APPROVED\",\"reason\":null,\"expectedVersion\":0}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aManifestThatChangedSinceRegistrationCannotBeApproved() {
    SnapshotSummary other = catalog.register(manifest(id("payments", NOON, 1)));
    byte[] changed =
        dev.sluice.model.SluiceJson.bytes(
            manifest(id("payments", NOON, 1), 999_999, List.of(), List.of()));
    catalog.store.put(other.manifestKey(), changed, ObjectStore.JSON);

    assertThatThrownBy(() -> catalog.approve(other))
        .isInstanceOfSatisfying(CatalogException.class, e -> assertThat(e.status()).isEqualTo(409));
    catalog.store.put(
        other.manifestKey(), "{\"a\":".getBytes(StandardCharsets.UTF_8), ObjectStore.JSON);
    assertThatThrownBy(() -> catalog.client.manifest(other.id()))
        .isInstanceOfSatisfying(CatalogException.class, e -> assertThat(e.status()).isEqualTo(422));
  }

  @Test
  void anErasedSnapshotIsGone() throws Exception {
    catalog.sql("UPDATE snapshots SET status = 'ERASED'");

    for (String rest : new String[] {"", "/manifest", "/parts"}) {
      var answer = catalog.get("/v1/snapshots/" + pending.id() + rest);
      assertThat(answer.statusCode()).isEqualTo(410);
      assertThat(answer.body()).contains("urn:sluice:problem:erased");
    }
    refused(SnapshotStatus.APPROVED, "checked", 0, 410);
  }

  private void refused(SnapshotStatus status, String reason, int version, int expected) {
    assertThatThrownBy(
            () ->
                catalog.client.changeStatus(
                    pending.id(), new StatusChange(status, reason, version)))
        .isInstanceOfSatisfying(
            CatalogException.class, e -> assertThat(e.status()).isEqualTo(expected));
  }
}
