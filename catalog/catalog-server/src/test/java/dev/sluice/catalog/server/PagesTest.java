package dev.sluice.catalog.server;

import static dev.sluice.catalog.server.Manifests.NOON;
import static dev.sluice.catalog.server.Manifests.WINDOW;
import static dev.sluice.catalog.server.Manifests.finding;
import static dev.sluice.catalog.server.Manifests.id;
import static dev.sluice.catalog.server.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotSummary;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagesTest extends CatalogTest {
  private static final String ATTACK = "<img src=x onerror=alert(1)>\"'`{{1234*5678}}${1234*5678}";
  private Fixture catalog;

  @BeforeEach
  void start() {
    catalog = open();
  }

  @AfterEach
  void stop() {
    catalog.close();
  }

  @Test
  void anEmptyCatalogSaysWhatToDo() throws Exception {
    assertThat(catalog.get("/snapshots").body()).contains("No snapshots yet", "sluice record");
    assertThat(catalog.get("/snapshots?q=service:none").body()).contains("Nothing matches");
    assertThat(catalog.get("/audit").body()).contains("Nothing happened yet");
  }

  @Test
  void theListShowsStatusInWordsAndSearchHasAnAddress() throws Exception {
    catalog.approve(catalog.register(manifest(id("checkout", NOON, 1))));
    catalog.register(manifest(id("payments", NOON.plus(WINDOW), 1)));

    String all = catalog.get("/snapshots").body();
    String one =
        catalog.get("/snapshots?q=service%3Acheckout+endpoint%3A%2Forders&status=approved").body();

    assertThat(all)
        .contains("Approved", "Pending", "payments-prod-20261122T120500Z-5m-r1", "111 ms");
    assertThat(one)
        .contains("checkout-prod-20261122T120000Z-5m-r1")
        .doesNotContain("payments-prod-20261122T120500Z-5m-r1");
    assertThat(catalog.get("/snapshots?q=colour%3Ared").body()).contains("not understood: colour");
  }

  @Test
  void aSnapshotShowsFindingsEndpointsAndProvenance() throws Exception {
    SnapshotSummary s = catalog.register(manifest(id("checkout", NOON, 1)));

    assertThat(catalog.get("/snapshots/" + s.id()).body())
        .contains("request.body:$.user.email", "EMAIL_ADDRESS", "tokenize")
        .contains("POST /orders", "14 ms", "56 ms", "111 ms", "1.2%")
        .contains("body-unreadable", "captures.raw", "k-3f9a", s.manifestDigest());
  }

  @Test
  void textFromManifestsSearchesAndReasonsIsEscaped() throws Exception {
    SnapshotSummary s =
        catalog.register(
            manifest(id("checkout", NOON, 1), 10, List.of(finding(ATTACK, 1)), List.of(ATTACK)));
    String encoded = URLEncoder.encode(ATTACK, StandardCharsets.UTF_8);
    String form = "status=REJECTED&version=0&reason=" + encoded;

    assertThat(catalog.postForm("/snapshots/" + s.id() + "/decision", form + "&x=1").statusCode())
        .isEqualTo(303);
    for (String path :
        List.of(
            "/snapshots/" + s.id(),
            "/audit",
            "/snapshots?q=" + encoded,
            "/snapshots?status=" + encoded)) {
      assertThat(catalog.get(path).body())
          .as(path)
          .doesNotContain("<img")
          .doesNotContain("7006652");
    }
  }

  @Test
  void theDecisionFormWorksWithoutScript() throws Exception {
    SnapshotSummary s = catalog.register(manifest(id("checkout", NOON, 1)));
    String path = "/snapshots/" + s.id() + "/decision";

    HttpResponse<String> noReason = catalog.postForm(path, "status=APPROVED&version=0&reason=");
    HttpResponse<String> done =
        catalog.postForm(path, "status=APPROVED&version=0&reason=looks+right");
    HttpResponse<String> stale =
        catalog.postForm(path, "status=REJECTED&version=0&reason=typed+before");

    assertThat(noReason.statusCode()).isEqualTo(400);
    assertThat(noReason.body()).contains("needs a status and a reason");
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("Somebody else changed the status first", "typed before");
    assertThat(catalog.client.snapshot(s.id()).status()).isEqualTo(SnapshotStatus.APPROVED);
    assertThat(catalog.get("/snapshots/" + s.id()).body()).contains("looks right");
  }

  @Test
  void pagesHoldNothingTheirContentPolicyWouldRefuse() throws Exception {
    SnapshotSummary s = catalog.register(manifest(id("checkout", NOON, 1)));

    for (String path : List.of("/snapshots", "/snapshots/" + s.id(), "/audit")) {
      HttpResponse<String> page = catalog.get(path);
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(page.body())
          .doesNotContain(" style=", "<style", " onclick=", "http://", "https://");
      assertThat(page.body()).doesNotContainPattern("<script(?! src=\"/assets/)");
    }
    for (String asset :
        List.of(
            "catalog.css",
            "catalog.js",
            "htmx.min.js",
            "uPlot.iife.min.js",
            "uPlot.min.css",
            "icon.svg")) {
      assertThat(catalog.get("/assets/" + asset).statusCode()).as(asset).isEqualTo(200);
    }
  }

  @Test
  void aBrowserGetsErrorsAsAPage() throws Exception {
    var page =
        catalog.send(
            catalog
                .request("/snapshots/checkout-prod-20261122T120000Z-5m-r9")
                .header("Accept", "text/html"));

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("No such snapshot", "Show all snapshots");
  }
}
