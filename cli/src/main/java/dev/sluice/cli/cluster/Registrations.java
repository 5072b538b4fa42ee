package dev.sluice.cli.cluster;

import dev.sluice.catalog.client.CatalogClient;
import dev.sluice.catalog.client.LookupQuery;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.catalog.SnapshotSummary;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a catalog knows what stands in its bucket. */
final class Registrations {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(500);

  private Registrations() {}

  /** How many of the revisions a catalog still lacks after it had time to look. */
  static int missing(String catalogUrl, Collection<SnapshotManifest> revisions) {
    Set<String> wanted =
        revisions.stream().map(SnapshotManifest::snapshotId).collect(Collectors.toSet());
    CatalogClient catalog = CatalogClient.of(URI.create(catalogUrl));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Set<String> missing = new HashSet<>(wanted);
      try {
        missing.removeAll(
            catalog
                .lookup(LookupQuery.all().withAllRevisions())
                .map(SnapshotSummary::id)
                .collect(Collectors.toSet()));
      } catch (SluiceException e) {
        // Not there yet: all are missing.
      }
      if (missing.isEmpty() || System.nanoTime() > deadline) {
        return missing.size();
      }
      Storm.hold(LOOK);
    }
  }
}
