package dev.sluice.catalog.server;

import static dev.sluice.catalog.server.Manifests.NOON;
import static dev.sluice.catalog.server.Manifests.id;
import static dev.sluice.catalog.server.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.SluiceException;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.model.catalog.SnapshotSummary;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class StartTest extends CatalogTest {
  @Test
  void whatWasDecidedSurvivesARestart() {
    SnapshotSummary approved;
    try (Fixture catalog = open()) {
      approved = catalog.approve(catalog.register(manifest(id("checkout", NOON, 1))));
    }
    try (Fixture catalog = open()) {
      assertThat(catalog.client.snapshot(approved.id())).isEqualTo(approved);
      assertThat(approved.status()).isEqualTo(SnapshotStatus.APPROVED);
      assertThat(catalog.server.index().verifyAudit().intact()).isTrue();
    }
  }

  @Test
  void aTakenPortIsOneClearLine() {
    try (Fixture catalog = open()) {
      int port = catalog.server.url().getPort();

      assertThatThrownBy(() -> open(c -> c.withAddress("127.0.0.1", port)))
          .isInstanceOf(SluiceException.class)
          .hasMessage("cannot listen on 127.0.0.1:" + port + "; choose another port");
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsOneClearLine() throws Exception {
    Files.writeString(folder.resolve("catalog.db"), "not a database, ".repeat(100));

    assertThatThrownBy(() -> open())
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("catalog.db")
        .hasMessageContaining("sluice catalog rebuild");
  }
}
