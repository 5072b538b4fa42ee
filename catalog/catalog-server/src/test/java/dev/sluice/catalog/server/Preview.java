package dev.sluice.catalog.server;

import dev.sluice.catalog.client.*;
import dev.sluice.catalog.server.index.*;
import dev.sluice.model.*;
import dev.sluice.model.catalog.*;
import dev.sluice.snapshot.store.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;

final class Preview {
  public static void main(String[] a) throws Exception {
    Path dir = Files.createTempDirectory("preview");
    ObjectStore store = DirStore.open(dir.resolve("bucket"));
    CatalogServer server =
        CatalogServer.start(
            CatalogConfig.of(dir.resolve("c.db"), store)
                .withAddress("127.0.0.1", Integer.parseInt(a[0])));
    CatalogClient client = CatalogClient.of(server.url());
    Random r = new Random(7);
    Instant t0 = Instant.parse("2026-11-01T00:00:00Z");
    for (String s : List.of("checkout", "payments", "catalog", "search", "accounts"))
      for (int d = 0; d < 30; d++) {
        if (r.nextInt(4) == 0) continue;
        SnapshotId id =
            new SnapshotId(
                s,
                "prod",
                t0.plus(Duration.ofHours(24L * d + r.nextInt(6))),
                Duration.ofMinutes(5),
                Optional.empty(),
                1);
        List<FindingCount> f = new ArrayList<>();
        f.add(Manifests.finding("$.user.email", 4000 + r.nextInt(900)));
        f.add(Manifests.finding("$.billing.contact.email", r.nextInt(900)));
        f.add(
            new FindingCount(
                "credit-card",
                "CREDIT_CARD",
                InfoCategory.FINANCIAL,
                "request.body:$.payment.card.number",
                "tokenize",
                812));
        f.add(
            new FindingCount(
                "bearer-token",
                "BEARER_TOKEN",
                InfoCategory.SECRET,
                "request.header:authorization",
                "jwt-resign",
                1300));
        f.add(
            new FindingCount(
                "session-cookie",
                "SESSION_COOKIE",
                InfoCategory.SECRET,
                "response.header:set-cookie[sid]",
                "tokenize",
                31));
        f.add(
            new FindingCount(
                "timestamp-iso",
                "TIMESTAMP",
                InfoCategory.TIME,
                "response.body:$.items[*].createdAt",
                "time-reference",
                12));
        var m =
            Manifests.manifest(
                id,
                500 + r.nextInt(9000),
                f,
                s.equals("search") && d > 26 ? List.of("residue-after-second-look") : List.of());
        SnapshotSummary reg = client.register(Manifests.publish(store, m));
        if (reg.status() == SnapshotStatus.PENDING && d < 27)
          client.changeStatus(
              reg.id(),
              new StatusChange(
                  r.nextInt(9) == 0 ? SnapshotStatus.REJECTED : SnapshotStatus.APPROVED,
                  "Checked findings against the last release; no residue, drift is expected.",
                  0));
      }
    System.out.println(server.url());
    Thread.sleep(3_600_000);
  }
}
