package dev.sluice.catalog.server;

import static dev.sluice.catalog.server.Manifests.NOON;
import static dev.sluice.catalog.server.Manifests.id;
import static dev.sluice.catalog.server.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.catalog.server.db.Database;
import dev.sluice.catalog.server.db.DatabaseAddress;
import dev.sluice.model.SluiceException;
import dev.sluice.model.catalog.SnapshotSummary;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same promises on a PostgreSQL server, and what only a server can do wrong. */
class PostgresTest {
  @TempDir Path folder;

  @Nested
  class Register extends RegisterTest {
    private final DatabaseAddress database = PostgresServer.database();

    @Override
    DatabaseAddress database() {
      return database;
    }
  }

  @Nested
  class Resolve extends ResolveTest {
    private final DatabaseAddress database = PostgresServer.database();

    @Override
    DatabaseAddress database() {
      return database;
    }
  }

  @Nested
  class Http extends HttpTest {
    private final DatabaseAddress database = PostgresServer.database();

    @Override
    DatabaseAddress database() {
      return database;
    }
  }

  @Nested
  class Review extends ReviewTest {
    private final DatabaseAddress database = PostgresServer.database();

    @Override
    DatabaseAddress database() {
      return database;
    }
  }

  @Nested
  class Lookup extends LookupTest {
    private final DatabaseAddress database = PostgresServer.database();

    @Override
    DatabaseAddress database() {
      return database;
    }
  }

  @Nested
  class Pages extends PagesTest {
    private final DatabaseAddress database = PostgresServer.database();

    @Override
    DatabaseAddress database() {
      return database;
    }
  }

  @Nested
  class Audit extends AuditTest {
    private final DatabaseAddress database = PostgresServer.database();

    @Override
    DatabaseAddress database() {
      return database;
    }
  }

  @Nested
  class Rebuild extends RebuildTest {
    private DatabaseAddress database = PostgresServer.database();

    @Override
    DatabaseAddress database() {
      return database;
    }

    @Override
    void loseDatabase() {
      database = PostgresServer.database();
    }
  }

  @Nested
  class Outbox extends OutboxTest {
    private final DatabaseAddress database = PostgresServer.database();

    @Override
    DatabaseAddress database() {
      return database;
    }
  }

  @Test
  void whatWasDecidedSurvivesARestart() {
    DatabaseAddress database = PostgresServer.database();
    SnapshotSummary approved;
    try (Fixture catalog = new Fixture(folder, database, c -> c)) {
      approved = catalog.approve(catalog.register(manifest(id("checkout", NOON, 1))));
    }
    try (Fixture catalog = new Fixture(folder, database, c -> c)) {
      assertThat(catalog.client.snapshot(approved.id())).isEqualTo(approved);
    }
  }

  @Test
  void twoCatalogsMayStartAndRegisterOnOneDatabaseAtOnce() {
    DatabaseAddress database = PostgresServer.database();
    try (Fixture one = new Fixture(folder, database, c -> c);
        Fixture two = new Fixture(folder, database, c -> c)) {
      CompletableFuture<?>[] all =
          IntStream.range(0, 40)
              .mapToObj(
                  n ->
                      CompletableFuture.runAsync(
                          () ->
                              (n % 2 == 0 ? one : two)
                                  .register(manifest(id("checkout", NOON, 1 + n / 2)))))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(all).join();

      assertThat(two.server.index().verifyAudit().intact()).isTrue();
      assertThat(one.client.snapshot(id("checkout", NOON, 20).toString()).id()).endsWith("-r20");
    }
  }

  @Test
  void startsAtTheSameTimeMakeTheTablesOnce() {
    DatabaseAddress database = PostgresServer.database();
    CompletableFuture<?>[] starts =
        IntStream.range(0, 4)
            .mapToObj(n -> CompletableFuture.runAsync(() -> Database.open(database).close()))
            .toArray(CompletableFuture[]::new);

    assertThat(CompletableFuture.allOf(starts)).succeedsWithin(Duration.ofMinutes(1));
  }

  @Test
  void whileTheServerIsAwayTheCatalogSaysSoAndGoesOnAfterwards() throws Exception {
    EmbeddedPostgres server = server(0);
    DatabaseAddress database =
        DatabaseAddress.of(
            "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres", Map.of());
    try (Fixture catalog = new Fixture(folder, database, c -> c)) {
      SnapshotSummary known = catalog.register(manifest(id("checkout", NOON, 1)));
      server.close();

      HttpResponse<String> answer = catalog.get("/v1/snapshots");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("urn:sluice:problem:database-unavailable");
      assertThat(catalog.get("/health/ready").statusCode()).isEqualTo(503);
      assertThat(catalog.get("/health/live").statusCode()).isEqualTo(200);

      try (EmbeddedPostgres again = server(server.getPort())) {
        assertThat(catalog.client.snapshot(known.id())).isEqualTo(known);
      }
    }
  }

  /** One that may be started again over what it left. */
  private EmbeddedPostgres server(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("postgres"))
            .setCleanDataDirectory(false);
    return port == 0 ? builder.start() : builder.setPort(port).start();
  }

  @Test
  void whatIsWrongWithAServerIsOneClearLine() {
    assertRefused(PostgresServer.address("postgres", "nothing"), "no such database; create it");
    assertRefused(PostgresServer.address("nobody", "postgres"), "refuses user or password");
    assertRefused(
        DatabaseAddress.of("postgresql://u@127.0.0.1:1/c", Map.of()), "no server answers there");
  }

  private static void assertRefused(DatabaseAddress address, String message) {
    assertThatThrownBy(() -> Database.open(address))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(address.toString());
  }
}
