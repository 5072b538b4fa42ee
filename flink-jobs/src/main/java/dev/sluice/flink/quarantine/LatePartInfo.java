package dev.sluice.flink.quarantine;

import dev.sluice.flink.ledger.LatePart;
import dev.sluice.model.ContentDigest;
import dev.sluice.model.PartInfo;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.snapshot.part.PartReader;
import dev.sluice.snapshot.part.RangeSource;
import dev.sluice.snapshot.store.ObjectStore;
import java.time.Instant;
import java.util.Optional;

/** How a manifest lists a part that the ledger alone knows: read from the part itself. */
final class LatePartInfo {
  private LatePartInfo() {}

  static PartInfo of(ObjectStore store, LatePart part) {
    byte[] bytes = store.get(part.key());
    Instant min = Instant.MAX;
    Instant max = Instant.MIN;
    try (PartReader rows =
        PartReader.open(part.key(), RangeSource.of(bytes), bytes.length, Optional.empty())) {
      for (Optional<SanitizedExchange> row = rows.next(); row.isPresent(); row = rows.next()) {
        Instant ts = row.get().exchange().ts();
        min = ts.isBefore(min) ? ts : min;
        max = ts.isAfter(max) ? ts : max;
      }
    }
    return new PartInfo(part.key(), bytes.length, ContentDigest.of(bytes), part.rows(), min, max);
  }
}
