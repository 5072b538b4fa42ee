package dev.sluice.catalog.server;

import static dev.sluice.catalog.server.Manifests.NOON;
import static dev.sluice.catalog.server.Manifests.id;
import static dev.sluice.catalog.server.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.client.CatalogClient;
import dev.sluice.catalog.client.LookupQuery;
import dev.sluice.catalog.server.db.DatabaseAddress;
import dev.sluice.model.ContentDigest;
import dev.sluice.model.catalog.PartUrl;
import dev.sluice.model.catalog.RegisterRequest;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.snapshot.manifest.Outbox;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Config;
import dev.sluice.snapshot.store.S3Store;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3Test {
  @TempDir Path folder;
  private S3Proxy s3;
  private ObjectStore store;

  @BeforeEach
  void startS3() throws Exception {
    Files.createDirectories(folder.resolve("s3/snapshots"));
    s3 =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(folder.resolve("s3").toString()))
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, "test", "test-secret")
            .build();
    s3.start();
    while (!s3.getState().equals("STARTED")) {
      Thread.onSpinWait();
    }
    store =
        S3Store.open(
            new S3Config(
                "http://127.0.0.1:" + s3.getPort(),
                "us-east-1",
                "snapshots",
                "test",
                "test-secret"));
  }

  @AfterEach
  void stopS3() throws Exception {
    store.close();
    s3.stop();
  }

  @Test
  void partsOfAnAnnouncedSnapshotAreReadThroughTheirUrlsWithoutCredentials() throws Exception {
    try (CatalogServer server =
        CatalogServer.start(
            CatalogConfig.of(DatabaseAddress.file(folder.resolve("catalog.db")), store)
                .withOutboxInterval(Duration.ofDays(1)))) {
      RegisterRequest request = Manifests.publish(store, manifest(id("checkout", NOON, 1)));
      Outbox.announce(store, request.manifestKey(), request.manifestDigest());
      server.pollOutbox();
      CatalogClient client = CatalogClient.of(server.url());
      SnapshotSummary found = client.lookup(LookupQuery.all()).findFirst().orElseThrow();

      PartUrl part = client.partUrls(found.id()).get(0);

      assertThat(part.expiresAt()).isBefore(Instant.now().plus(Duration.ofMinutes(10)));
      assertThat(part.url()).contains("X-Amz-Expires=600").doesNotContain("test-secret");
      HttpResponse<byte[]> bytes =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(part.url())).build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      assertThat(bytes.statusCode()).isEqualTo(200);
      assertThat(ContentDigest.of(bytes.body())).isEqualTo(part.sha256());
      assertThat(server.index().rebuild("test").kept()).isEqualTo(1);
    }
  }

  @Test
  void aManifestDamagedInTheBucketIsAProblemAndNotACrash() throws Exception {
    try (CatalogServer server =
        CatalogServer.start(
            CatalogConfig.of(DatabaseAddress.file(folder.resolve("catalog.db")), store)
                .withOutboxInterval(Duration.ofDays(1)))) {
      RegisterRequest request = Manifests.publish(store, manifest(id("checkout", NOON, 1)));
      CatalogClient client = CatalogClient.of(server.url());
      SnapshotSummary known = client.register(request);
      store.put(known.manifestKey(), new byte[] {'['}, ObjectStore.JSON);

      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(server.url() + "/v1/snapshots/" + known.id() + "/manifest"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(client.lookup(LookupQuery.all())).hasSize(1);
    }
  }
}
