package dev.sluice.catalog.server;

import static dev.sluice.catalog.server.Manifests.NOON;
import static dev.sluice.catalog.server.Manifests.WINDOW;
import static dev.sluice.catalog.server.Manifests.id;
import static dev.sluice.catalog.server.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.catalog.client.CatalogException;
import dev.sluice.catalog.client.ResolveOptions;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.model.catalog.StatusChange;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResolveTest extends CatalogTest {
  private volatile Instant now = NOON.plus(Duration.ofDays(1));
  private Fixture catalog;

  @BeforeEach
  void start() {
    Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    catalog = open(c -> c.withClock(clock));
  }

  @AfterEach
  void stop() {
    catalog.close();
  }

  @Test
  void latestIsTheNewestApprovedWindow() {
    SnapshotSummary old = catalog.approve(catalog.register(manifest(id("checkout", NOON, 1))));
    catalog.register(manifest(id("checkout", NOON.plus(WINDOW), 1)));

    var resolved = catalog.client.resolve("checkout@latest");

    assertThat(resolved.id()).isEqualTo(old.id());
    assertThat(resolved.manifestDigest()).isEqualTo(old.manifestDigest());
    assertThat(catalog.client.resolve("checkout@latest", ResolveOptions.any()).id())
        .isEqualTo(id("checkout", NOON.plus(WINDOW), 1).toString());
  }

  @Test
  void aNewerRevisionInReviewDoesNotHideTheApprovedOne() {
    SnapshotSummary first = catalog.approve(catalog.register(manifest(id("checkout", NOON, 1))));
    SnapshotSummary second = catalog.register(manifest(id("checkout", NOON, 2)));

    assertThat(catalog.client.resolve("checkout@latest").id()).isEqualTo(first.id());
    catalog.approve(second);
    assertThat(catalog.client.resolve("checkout@latest").id()).isEqualTo(second.id());
  }

  @Test
  void anEarlierTimeAnswersWithTheApprovalsOfThatTime() {
    SnapshotSummary first = catalog.approve(catalog.register(manifest(id("checkout", NOON, 1))));
    Instant between = now.plusSeconds(60);
    now = now.plusSeconds(120);
    SnapshotSummary second =
        catalog.approve(catalog.register(manifest(id("checkout", NOON.plus(WINDOW), 1))));
    catalog.client.changeStatus(
        first.id(), new StatusChange(SnapshotStatus.REJECTED, "late news", first.version()));

    ResolveOptions then = new ResolveOptions(Optional.empty(), Optional.of(between), false);

    assertThat(catalog.client.resolve("checkout@latest").id()).isEqualTo(second.id());
    assertThat(catalog.client.resolve("checkout@latest", then).id()).isEqualTo(first.id());
  }

  @Test
  void aTimeNamesTheWindowThatHoldsIt() {
    catalog.approve(catalog.register(manifest(id("checkout", NOON, 1))));
    catalog.approve(catalog.register(manifest(id("checkout", NOON.plus(WINDOW), 1))));

    assertThat(catalog.client.resolve("checkout@2026-11-22T12:04Z").id())
        .isEqualTo(id("checkout", NOON, 1).toString());
    assertThat(catalog.client.resolve("checkout@2026-11-22T14:05+02:00").id())
        .isEqualTo(id("checkout", NOON.plus(WINDOW), 1).toString());
    refused("checkout@2026-11-22T13:00Z", 404);
  }

  @Test
  void aLabelNamesTheNewestApprovedSnapshotThatHasIt() throws Exception {
    SnapshotSummary golden = catalog.approve(catalog.register(manifest(id("checkout", NOON, 1))));
    catalog.approve(catalog.register(manifest(id("checkout", NOON.plus(WINDOW), 1))));
    catalog.send(
        catalog
            .request("/v1/snapshots/" + golden.id() + "/labels/golden")
            .PUT(HttpRequest.BodyPublishers.noBody()));

    assertThat(catalog.client.resolve("checkout@golden").id()).isEqualTo(golden.id());
    refused("checkout@silver", 404);
  }

  @Test
  void anIdResolvesToItselfOnceApproved() {
    SnapshotSummary pending = catalog.register(manifest(id("checkout", NOON, 1)));

    refused(pending.id(), 404);
    assertThat(catalog.client.resolve(pending.id(), ResolveOptions.any()).id())
        .isEqualTo(pending.id());
    catalog.approve(pending);
    assertThat(catalog.client.resolve(pending.id()).id()).isEqualTo(pending.id());
  }

  @Test
  void aServiceInTwoEnvironmentsNeedsOneNamed() {
    catalog.approve(catalog.register(manifest(id("checkout", NOON, 1))));
    SnapshotId staging = new SnapshotId("checkout", "staging", NOON, WINDOW, Optional.empty(), 1);
    SnapshotSummary other = catalog.approve(catalog.register(manifest(staging)));

    refused("checkout@latest", 409);
    assertThat(
            catalog
                .client
                .resolve(
                    "checkout@latest",
                    new ResolveOptions(Optional.of("staging"), Optional.empty(), false))
                .id())
        .isEqualTo(other.id());
  }

  @Test
  void whatIsNoNameIsABadRequest() {
    for (String name : new String[] {"checkout", "@latest", "Check Out@latest", "a/b@latest"}) {
      refused(name, 400);
    }
    refused("unknown@latest", 404);
  }

  private void refused(String name, int status) {
    assertThatThrownBy(() -> catalog.client.resolve(name))
        .isInstanceOfSatisfying(
            CatalogException.class, e -> assertThat(e.status()).isEqualTo(status));
  }
}
