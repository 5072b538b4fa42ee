package dev.sluice.catalog.server;

import static dev.sluice.catalog.server.Manifests.NOON;
import static dev.sluice.catalog.server.Manifests.id;
import static dev.sluice.catalog.server.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.SluiceJson;
import dev.sluice.model.catalog.Problem;
import dev.sluice.model.catalog.SnapshotSummary;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest extends CatalogTest {
  private Fixture catalog;

  @BeforeEach
  void start() {
    catalog = open();
  }

  @AfterEach
  void stop() {
    catalog.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/manifest"})
  void whatTheClientHasIsNotSentAgain(String rest) throws Exception {
    SnapshotSummary snapshot = catalog.register(manifest(id("checkout", NOON, 1)));
    String path = "/v1/snapshots/" + snapshot.id() + rest;
    String etag = catalog.get(path).headers().firstValue("ETag").orElseThrow();

    var same = catalog.send(catalog.request(path).header("If-None-Match", etag));
    var listed = catalog.send(catalog.request(path).header("If-None-Match", "\"x\", W/" + etag));
    var other = catalog.send(catalog.request(path).header("If-None-Match", "\"other\""));

    assertThat(etag).startsWith("\"sha256:");
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(listed.statusCode()).isEqualTo(304);
    assertThat(other.statusCode()).isEqualTo(200);
  }

  @Test
  void aChangedStatusChangesTheEtag() throws Exception {
    SnapshotSummary snapshot = catalog.register(manifest(id("checkout", NOON, 1)));
    String path = "/v1/snapshots/" + snapshot.id();
    String before = catalog.get(path).headers().firstValue("ETag").orElseThrow();
    catalog.approve(snapshot);

    assertThat(catalog.send(catalog.request(path).header("If-None-Match", before)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theManifestIsServedByteForByteAndItsEtagIsItsDigest() throws Exception {
    SnapshotSummary snapshot = catalog.register(manifest(id("checkout", NOON, 1)));
    var answer = catalog.get("/v1/snapshots/" + snapshot.id() + "/manifest");

    assertThat(answer.body().getBytes(StandardCharsets.UTF_8))
        .isEqualTo(catalog.store.get(snapshot.manifestKey()));
    assertThat(answer.headers().firstValue("ETag")).hasValue('"' + snapshot.manifestDigest() + '"');
    assertThat(catalog.client.manifest(snapshot.id()))
        .isEqualTo(catalog.client.manifest(snapshot.id()))
        .isEqualTo(manifest(id("checkout", NOON, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/nothing, 404, not-found",
    "/v1/snapshots/checkout-prod-20261122T120000Z-5m-r9, 404, unknown-snapshot",
    "/v1/snapshots/not-an-id, 400, bad-request",
    "/v1/snapshots/..%2f..%2fetc%2fpasswd, 400, bad-request",
    "/v1/resolve, 400, bad-request",
    "/assets/..%2fdb%2fV1__catalog.sql, 404, not-found",
    "/assets/nothing.js, 404, not-found"
  })
  void everyErrorIsAProblemDocument(String path, int status, String type) throws Exception {
    var answer = catalog.get(path);

    assertThat(answer.statusCode()).isIn(status, 400, 404);
    assertThat(answer.body()).doesNotContain("root:", "CREATE TABLE");
    if (answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem")) {
      Problem problem =
          SluiceJson.read(answer.body().getBytes(StandardCharsets.UTF_8), Problem.class);
      assertThat(problem.type()).isEqualTo("urn:sluice:problem:" + type);
      assertThat(problem.status()).isEqualTo(answer.statusCode());
    } else {
      // Jetty itself refuses ambiguous paths before any handler runs.
      assertThat(path).contains("%2f");
    }
  }

  @Test
  void bodiesAreLimitedAndMustBeJson() throws Exception {
    String big = "{\"manifestKey\":\"" + "x".repeat(100_000) + "\"}";

    assertThat(catalog.postJson("/v1/snapshots", big).statusCode()).isEqualTo(413);
    assertThat(catalog.postForm("/v1/snapshots", "manifestKey=x").statusCode()).isEqualTo(415);
    assertThat(catalog.postJson("/v1/snapshots", "{\"secret").body())
        .contains("bad-request")
        .doesNotContain("secret");
    assertThat(catalog.postJson("/v1/snapshots", "[".repeat(10_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void writesThatAnotherSiteStartedAreRefused() throws Exception {
    SnapshotSummary s = catalog.register(manifest(id("checkout", NOON, 1)));
    String path = "/snapshots/" + s.id() + "/decision";
    String form = "status=APPROVED&reason=checked&version=0";
    HttpRequest.Builder foreign =
        catalog
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));

    assertThat(catalog.send(foreign.copy().header("Origin", "http://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(catalog.send(foreign.copy().header("Origin", "null")).statusCode()).isEqualTo(403);
    assertThat(catalog.send(foreign.copy().header("Sec-Fetch-Site", "cross-site")).statusCode())
        .isEqualTo(403);
    assertThat(
            catalog
                .send(foreign.copy().header("Origin", catalog.server.url().toString()))
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void aForeignHostNameIsRefusedOnALoopbackListener() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", catalog.server.url().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET /v1/snapshots HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void healthAndMetricsAnswer() throws Exception {
    catalog.register(manifest(id("checkout", NOON, 1)));

    assertThat(catalog.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(catalog.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(catalog.get("/metrics").body())
        .contains("sluice_catalog_snapshots{status=\"pending\"} 1");
  }

  @Test
  void everyDescribedPathExists() throws Exception {
    SnapshotSummary s = catalog.register(manifest(id("checkout", NOON, 1)));
    String description = catalog.get("/openapi.yaml").body();

    var paths = Pattern.compile("(?m)^  (/\\S+):$").matcher(description);
    int count = 0;
    while (paths.find()) {
      String path = paths.group(1).replace("{id}", s.id()).replace("{label}", "golden");
      HttpResponse<String> answer = catalog.get(path);
      assertThat(answer.body()).as(path).doesNotContain("problem:not-found");
      count++;
    }
    assertThat(count).isEqualTo(12);
  }
}
