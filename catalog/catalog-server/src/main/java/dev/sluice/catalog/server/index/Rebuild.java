package dev.sluice.catalog.server.index;

import dev.sluice.catalog.server.db.AuditLog;
import dev.sluice.catalog.server.db.Database;
import dev.sluice.catalog.server.db.SnapshotTable;
import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.catalog.server.problem.ProblemException;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.snapshot.store.ObjectStat;
import dev.sluice.snapshot.store.ObjectStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Restores the index from the bucket: reads everything first, then replaces in one transaction. */
final class Rebuild {
  private final Database db;
  private final ObjectStore store;
  private final ManifestSource manifests;
  private final Registrar registrar;
  private final Clock clock;

  Rebuild(
      Database db, ObjectStore store, ManifestSource manifests, Registrar registrar, Clock clock) {
    this.db = db;
    this.store = store;
    this.manifests = manifests;
    this.registrar = registrar;
    this.clock = clock;
  }

  RebuildReport run(String actor) {
    List<String> unusable = new ArrayList<>();
    List<ManifestSource.Loaded> found = load(unusable);
    return db.write(h -> replace(h, found, unusable, actor));
  }

  private List<ManifestSource.Loaded> load(List<String> unusable) {
    List<ManifestSource.Loaded> out = new ArrayList<>();
    for (ObjectStat object : store.list("")) {
      String key = object.key();
      // Outbox and ledger start with an underscore; everything else is <env>/….
      if (key.startsWith("_") || !key.endsWith("/manifest.json")) {
        continue;
      }
      try {
        out.add(manifests.load(key));
      } catch (ProblemException e) {
        if (e.code() == ErrorCode.STORE_UNAVAILABLE) {
          throw e;
        }
        unusable.add(key);
      }
    }
    return out;
  }

  private RebuildReport replace(
      Handle h, List<ManifestSource.Loaded> found, List<String> unusable, String actor) {
    Map<String, SnapshotSummary> before =
        SnapshotTable.all(h).stream()
            .collect(Collectors.toMap(SnapshotSummary::id, Function.identity()));
    SnapshotTable.clear(h);
    int kept = 0;
    for (ManifestSource.Loaded loaded : found) {
      SnapshotSummary old = before.remove(loaded.manifest().snapshotId());
      if (old != null && old.manifestDigest().equals(loaded.digest())) {
        registrar.insert(h, loaded, old.status(), old.registeredAt());
        SnapshotTable.restore(h, old.id(), old.status(), old.version(), old.registeredAt());
        kept++;
      } else {
        registrar.add(h, loaded, actor);
      }
    }
    RebuildReport report =
        new RebuildReport(found.size(), kept, before.size(), List.copyOf(unusable));
    AuditLog.append(
        h,
        clock.instant(),
        actor,
        "rebuild",
        "index",
        report.indexed()
            + " indexed, "
            + kept
            + " kept, "
            + report.removed()
            + " removed, "
            + unusable.size()
            + " unusable");
    return report;
  }
}
