package dev.sluice.catalog.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.StatusChange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the client behaves against servers that fail, cut answers, or are not a catalog at all. */
class CatalogClientTest {
  private static final String ID = "checkout-prod-20261122T120000Z-5m-r1";
  private static final String RESOLUTION =
      "{\"id\":\""
          + ID
          + "\",\"manifestKey\":\"k\",\"manifestDigest\":\"d\",\"contentDigest\":\"c\"}";

  private record Answer(int status, String contentType, String body) {}

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Answer> answers = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private CatalogClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          Answer answer = answers.size() > 1 ? answers.remove(0) : answers.get(0);
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", answer.contentType());
          exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    client =
        CatalogClient.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a503IsTriedAgainWhereThatIsHarmless() {
    answers.add(new Answer(503, "text/plain", ""));
    answers.add(new Answer(503, "text/plain", ""));
    answers.add(new Answer(200, "application/json", RESOLUTION));

    assertThat(client.resolve("checkout@latest").id()).isEqualTo(ID);
    assertThat(requests).hasSize(3).containsOnly("GET /v1/resolve?name=checkout%40latest");
  }

  @Test
  void triesAreBounded() {
    answers.add(new Answer(503, "text/plain", ""));

    refused(() -> client.resolve("checkout@latest"), 503);
    assertThat(requests).hasSize(4);
  }

  @Test
  void aDecisionIsNeverSentTwice() {
    answers.add(new Answer(503, "text/plain", ""));

    refused(
        () -> client.changeStatus(ID, new StatusChange(SnapshotStatus.APPROVED, "checked", 0)),
        503);
    assertThat(requests).hasSize(1);
  }

  @Test
  void aProblemBecomesATypedException() {
    answers.add(
        new Answer(
            404,
            "application/problem+json",
            "{\"type\":\"urn:sluice:problem:nothing-resolved\",\"title\":\"t\",\"status\":404,"
                + "\"detail\":\"d\",\"instance\":\"/v1/resolve\"}"));

    assertThatThrownBy(() -> client.resolve("checkout@latest"))
        .isInstanceOfSatisfying(
            CatalogException.class,
            e ->
                assertThat(e.problem().orElseThrow().type())
                    .isEqualTo("urn:sluice:problem:nothing-resolved"));
  }

  @Test
  void anAnswerThatIsNotTheCatalogsIsNotRepeatedInTheMessage() {
    answers.add(new Answer(502, "text/html", "<h1>secret proxy page</h1>"));
    assertThatThrownBy(() -> client.resolve("checkout@latest")).hasMessageNotContaining("secret");

    answers.set(0, new Answer(200, "application/json", "{\"secret"));
    assertThatThrownBy(() -> client.resolve("checkout@latest"))
        .isInstanceOf(CatalogException.class)
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Test
  void aManifestThatDoesNotMatchItsDigestIsRefused() {
    answers.add(new Answer(200, "application/json", "{}"));

    assertThatThrownBy(() -> client.manifestBytes(ID))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("does not match its digest");
  }

  @Test
  void aNameIsNeverPutIntoAPath() {
    assertThatThrownBy(() -> client.snapshot("../../admin"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("not a snapshot id");
    assertThat(requests).isEmpty();
  }

  @Test
  void anUnreachableCatalogSaysWhereAndWhatToDo() {
    int port = server.getAddress().getPort();
    server.stop(0);

    assertThatThrownBy(
            () ->
                new CatalogClient(URI.create("http://127.0.0.1:" + port), Optional.of("token"))
                    .resolve("checkout@latest"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("cannot reach the catalog at http://127.0.0.1:" + port)
        .hasMessageContaining("sluice catalog serve")
        .hasMessageNotContaining("token");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, int status) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CatalogException.class, e -> assertThat(e.status()).isEqualTo(status));
  }
}
