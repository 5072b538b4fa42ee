package dev.sluice.catalog.server;

import static dev.sluice.catalog.server.Manifests.NOON;
import static dev.sluice.catalog.server.Manifests.id;
import static dev.sluice.catalog.server.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.server.db.AuditLog;
import dev.sluice.model.catalog.AuditEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTest extends CatalogTest {
  private Fixture catalog;

  @BeforeEach
  void start() {
    catalog = open();
    for (int n = 1; n <= 3; n++) {
      catalog.approve(catalog.register(manifest(id("checkout" + n, NOON, 1))));
    }
  }

  @AfterEach
  void stop() {
    catalog.close();
  }

  @Test
  void entriesAreNumberedWithoutHolesAndFitTogether() {
    assertThat(catalog.client.audit())
        .extracting(AuditEntry::seq)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(catalog.client.audit(4, 100)).extracting(AuditEntry::seq).containsExactly(5L, 6L);
    assertThat(catalog.server.index().verifyAudit().intact()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE audit_log SET detail = 'other' WHERE seq = 3 | 3",
        "UPDATE audit_log SET actor = 'other' WHERE seq = 1 | 1",
        "UPDATE audit_log SET at = at + 1 WHERE seq = 6 | 6",
        "DELETE FROM audit_log WHERE seq = 2 | 2",
        "DELETE FROM audit_log WHERE seq >= 5 | 5",
        "DELETE FROM audit_log | 1",
        "UPDATE audit_log SET seq = seq + 10 WHERE seq = 4 | 4"
      })
  void everyChangeOfTheTableIsFound(String change, long brokenAt) throws Exception {
    catalog.sql(change);

    AuditLog.Check check = catalog.server.index().verifyAudit();

    assertThat(check.intact()).isFalse();
    assertThat(check.brokenAt()).isEqualTo(brokenAt);
    assertThat(catalog.get("/audit").body()).contains("Chain broken");
    assertThat(catalog.get("/v1/audit/verification").body()).contains("\"intact\" : false");
  }
}
