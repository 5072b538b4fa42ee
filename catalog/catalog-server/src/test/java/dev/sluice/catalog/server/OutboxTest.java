package dev.sluice.catalog.server;

import static dev.sluice.catalog.server.Manifests.NOON;
import static dev.sluice.catalog.server.Manifests.WINDOW;
import static dev.sluice.catalog.server.Manifests.id;
import static dev.sluice.catalog.server.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.client.LookupQuery;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.catalog.RegisterRequest;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.snapshot.manifest.Outbox;
import dev.sluice.snapshot.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboxTest extends CatalogTest {
  private static RegisterRequest announce(ObjectStore store, SnapshotId id) {
    RegisterRequest request = Manifests.publish(store, manifest(id));
    Outbox.announce(store, request.manifestKey(), request.manifestDigest());
    return request;
  }

  @Test
  void whatIsAnnouncedIsRegisteredAndTheAnnouncementTakenAway() {
    try (Fixture catalog = open()) {
      announce(catalog.store, id("checkout", NOON, 1));
      announce(catalog.store, id("checkout", NOON.plus(WINDOW), 1));

      catalog.server.pollOutbox();

      assertThat(catalog.client.lookup(LookupQuery.all())).hasSize(2);
      assertThat(catalog.store.list("_outbox/")).isEmpty();
    }
  }

  @Test
  void aDirectCallIsOnlyAHint() {
    try (Fixture catalog = open()) {
      catalog.client.register(announce(catalog.store, id("checkout", NOON, 1)));

      catalog.server.pollOutbox();

      assertThat(catalog.client.lookup(LookupQuery.all())).hasSize(1);
      assertThat(catalog.client.audit()).hasSize(1);
      assertThat(catalog.store.list("_outbox/")).isEmpty();
    }
  }

  @Test
  void anAnnouncementThatCannotBeRegisteredStaysAndHoldsNobodyUp() {
    try (Fixture catalog = open()) {
      catalog.store.put(
          "_outbox/2026/11/22/aa-broken.json",
          "{\"x\":1".getBytes(StandardCharsets.UTF_8),
          ObjectStore.JSON);
      catalog.store.put(
          "_outbox/2026/11/22/ab-empty.json",
          "{}".getBytes(StandardCharsets.UTF_8),
          ObjectStore.JSON);
      SnapshotId late = id("late", NOON, 1);
      byte[] early = dev.sluice.model.SluiceJson.bytes(manifest(late));
      Outbox.announce(catalog.store, late.manifestKey(), dev.sluice.model.ContentDigest.of(early));
      announce(catalog.store, id("zebra", NOON, 1));

      catalog.server.pollOutbox();
      assertThat(catalog.client.lookup(LookupQuery.all()))
          .extracting(SnapshotSummary::service)
          .containsExactly("zebra");

      Manifests.publish(catalog.store, manifest(late));
      catalog.server.pollOutbox();
      assertThat(catalog.client.lookup(LookupQuery.all())).hasSize(2);
      assertThat(catalog.store.list("_outbox/")).hasSize(2);
    }
  }

  @Test
  void theServerLooksByItself() {
    try (Fixture catalog = open(c -> c.withOutboxInterval(Duration.ofMillis(50)))) {
      announce(catalog.store, id("checkout", NOON, 1));

      Instant deadline = Instant.now().plusSeconds(20);
      while (catalog.client.lookup(LookupQuery.all()).findAny().isEmpty()
          && Instant.now().isBefore(deadline)) {
        Thread.onSpinWait();
      }

      assertThat(catalog.client.lookup(LookupQuery.all())).hasSize(1);
    }
  }
}
