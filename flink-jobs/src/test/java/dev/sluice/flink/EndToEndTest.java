package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Run;
import dev.sluice.model.SnapshotManifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EndToEndTest {
  private static final Instant START = Captures.yesterday();

  @TempDir Path folder;

  @Test
  void everyRecordHasOneOutcomeAndEveryRowIsInASnapshot() {
    Run run = new Run(folder, 2);
    List<byte[]> values = new ArrayList<>(Captures.many(300, START, 100));
    values.add("{\"broken".getBytes(StandardCharsets.UTF_8));
    values.add(new byte[0]);
    run.publish(values, alternating(values.size()));

    LedgerSummary ledger = run.runToEnd(run.config().build());

    assertThat(ledger.holes()).isEmpty();
    assertThat(ledger.total().captured()).isEqualTo(302);
    assertThat(ledger.total().rows()).isEqualTo(300);
    assertThat(ledger.total().quarantinedTotal()).isEqualTo(2);
    assertThat(ledger.total().late()).isZero();
    assertThat(run.manifests().values().stream().mapToLong(SnapshotManifest::exchanges).sum())
        .isEqualTo(300);
    assertThat(run.manifests()).hasSize(9);
  }

  private static int[] alternating(int count) {
    int[] partitions = new int[count];
    for (int i = 0; i < count; i++) {
      partitions[i] = i % 2;
    }
    return partitions;
  }
}
