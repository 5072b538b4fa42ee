package dev.sluice.catalog.server;

import dev.sluice.catalog.client.CatalogClient;
import dev.sluice.catalog.server.db.DatabaseAddress;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.model.catalog.StatusChange;
import dev.sluice.snapshot.store.DirStore;
import dev.sluice.snapshot.store.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A running catalog over a folder, with a client and plain HTTP beside it. */
final class Fixture implements AutoCloseable {
  final ObjectStore store;
  final DatabaseAddress database;
  final CatalogServer server;
  final CatalogClient client;
  private final HttpClient http = HttpClient.newHttpClient();

  /** The outbox is looked at only when a test says so. */
  Fixture(Path folder, DatabaseAddress database, UnaryOperator<CatalogConfig> change) {
    this.store = DirStore.open(folder.resolve("bucket"));
    this.database = database;
    this.server =
        CatalogServer.start(
            change.apply(CatalogConfig.of(database, store).withOutboxInterval(Duration.ofDays(1))));
    this.client = CatalogClient.of(server.url());
  }

  SnapshotSummary register(SnapshotManifest manifest) {
    return client.register(Manifests.publish(store, manifest));
  }

  SnapshotSummary approve(SnapshotSummary snapshot) {
    return client.changeStatus(
        snapshot.id(), new StatusChange(SnapshotStatus.APPROVED, "checked", snapshot.version()));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(Duration.ofSeconds(20));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> postJson(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> postForm(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Changes the database behind the server's back. */
  void sql(String statement) throws SQLException {
    try (Connection c = DriverManager.getConnection(database.url(), database.properties());
        Statement s = c.createStatement()) {
      if (database.file().isPresent()) {
        s.execute("PRAGMA busy_timeout = 5000");
      }
      s.execute(statement);
    }
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
