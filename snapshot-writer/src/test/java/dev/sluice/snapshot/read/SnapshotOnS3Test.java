package dev.sluice.snapshot.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.SanitizedExchange;
import dev.sluice.snapshot.Samples;
import dev.sluice.snapshot.Snapshots;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Server;
import dev.sluice.snapshot.store.S3Store;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotOnS3Test {
  @TempDir Path dir;

  @Test
  void oneTraceIsFoundInABucketWithAFewRangedReads() throws Exception {
    List<SanitizedExchange> rows = Samples.many(1, 12_000);
    SanitizedExchange wanted =
        rows.stream()
            .filter(r -> r.exchange().trace().traceId().isPresent())
            .findFirst()
            .orElseThrow();
    try (S3Server server = S3Server.start(dir);
        ObjectStore bucket = S3Store.openOrCreate(server.config("snapshots"))) {
      CountingStore store = new CountingStore(bucket);
      SnapshotReader reader = SnapshotReader.open(store, Snapshots.seal(store, List.of(rows)));
      long size = reader.manifest().parts().get(0).sizeBytes();
      store.reset();

      ReadFilter filter = ReadFilter.ALL.trace(wanted.exchange().trace().traceId().orElseThrow());
      try (ExchangeCursor found = reader.exchanges(filter)) {
        assertThat(found.next()).isEqualTo(wanted);
        assertThat(found.hasNext()).isFalse();
      }

      assertThat(store.reads()).isLessThanOrEqualTo(20);
      assertThat(store.bytes()).isLessThan(size / 2);
      assertThat(reader.verify()).isEmpty();
    }
  }
}
