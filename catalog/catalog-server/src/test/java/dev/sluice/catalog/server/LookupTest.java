package dev.sluice.catalog.server;

import static dev.sluice.catalog.server.Manifests.NOON;
import static dev.sluice.catalog.server.Manifests.id;
import static dev.sluice.catalog.server.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.client.LookupQuery;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotPage;
import dev.sluice.model.catalog.SnapshotSummary;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupTest extends CatalogTest {
  private Fixture catalog;

  @BeforeEach
  void start() {
    catalog = open();
  }

  @AfterEach
  void stop() {
    catalog.close();
  }

  private static Instant minute(int n) {
    return NOON.plus(Duration.ofMinutes(n));
  }

  @Test
  void pagesNeitherRepeatNorLoseARowWhileOthersAreInserted() {
    Random random = new Random(42);
    List<String> expected = new ArrayList<>();
    for (int n = 0; n < 40; n += 2) {
      expected.add(catalog.register(manifest(id("checkout", minute(n), 1))).id());
    }
    LookupQuery query = LookupQuery.all().withPageSize(3);
    List<String> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      SnapshotPage page = catalog.client.page(query, cursor);
      page.items().forEach(s -> seen.add(s.id()));
      cursor = page.nextCursor();
      catalog.register(manifest(id("late" + seen.size(), minute(random.nextInt(60)), 1)));
    } while (cursor.isPresent());

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen.stream().filter(expected::contains).toList())
        .containsExactlyElementsOf(
            expected.stream().sorted(java.util.Comparator.reverseOrder()).toList());
  }

  @Test
  void snapshotsOfOneInstantArePagedWithoutLoss() {
    for (int n = 0; n < 10; n++) {
      catalog.register(manifest(id("service" + n, NOON, 1)));
    }

    assertThat(catalog.client.lookup(LookupQuery.all().withPageSize(3)))
        .extracting(SnapshotSummary::service)
        .hasSize(10)
        .doesNotHaveDuplicates();
  }

  @Test
  void timesKeepWindowsThatOverlapAndNotThoseThatTouch() {
    for (int n = 0; n < 30; n += 5) {
      catalog.register(manifest(id("checkout", minute(n), 1)));
    }

    assertThat(catalog.client.lookup(LookupQuery.all().overlapping(minute(5), minute(12))))
        .extracting(SnapshotSummary::windowStart)
        .containsExactly(minute(10), minute(5));
  }

  @Test
  void everyFilterNarrowsTheAnswer() throws Exception {
    SnapshotSummary checkout = catalog.register(manifest(id("checkout", NOON, 1)));
    SnapshotSummary payments = catalog.register(manifest(id("payments", minute(5), 1)));
    catalog.approve(checkout);
    HttpRequest.Builder golden =
        catalog
            .request("/v1/snapshots/" + payments.id() + "/labels/golden")
            .PUT(HttpRequest.BodyPublishers.noBody());
    assertThat(catalog.send(golden).statusCode()).isEqualTo(200);
    LookupQuery all = LookupQuery.all();

    assertThat(ids(all.withService("checkout"))).containsExactly(checkout.id());
    assertThat(ids(all.withStatus(SnapshotStatus.PENDING))).containsExactly(payments.id());
    assertThat(ids(all.withLabel("golden"))).containsExactly(payments.id());
    assertThat(ids(all.withEnv("staging"))).isEmpty();
    assertThat(ids(all.withEndpoint("post /ORDERS"))).hasSize(2);
    assertThat(ids(all.withEndpoint("/orders_"))).isEmpty();
    assertThat(ids(all.withEndpoint("%"))).isEmpty();
    assertThat(ids(all.withPolicyDigest(checkout.policyDigest()))).hasSize(2);
    assertThat(ids(all.withPolicyDigest("sha256:other"))).isEmpty();
    assertThat(catalog.client.snapshot(payments.id()).labels()).containsExactly("golden");
  }

  private List<String> ids(LookupQuery query) {
    return catalog.client.lookup(query).map(SnapshotSummary::id).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "env", "label", "endpoint", "policyDigest"})
  void quotesInAFilterAreDataAndNotSql(String filter) throws Exception {
    catalog.register(manifest(id("checkout", NOON, 1)));
    String attack =
        URLEncoder.encode("x' OR '1'='1'; DROP TABLE snapshots; --", StandardCharsets.UTF_8);

    assertThat(catalog.get("/v1/snapshots?" + filter + "=" + attack).body())
        .contains("\"items\" : [ ]");
    assertThat(catalog.client.lookup(LookupQuery.all())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=yesterday-of-ada",
        "status=ada",
        "limit=0",
        "limit=ada",
        "limit=501",
        "cursor=ada",
        "cursor=LTE6eA",
        "currentOnly=ada",
        "from=-999999999-01-01T00:00Z"
      })
  void aBadParameterIsNamedAndItsValueNotRepeated(String query) throws Exception {
    var response = catalog.get("/v1/snapshots?" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.body())
        .contains("urn:sluice:problem:bad-request")
        .contains(query.substring(0, query.indexOf('=')))
        .doesNotContain("ada");
  }
}
