package dev.sluice.flink.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Run;
import dev.sluice.model.SnapshotManifest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the policy says about a whole snapshot is decided when it seals, from what is in it. */
final class SealLimitsJobTest {
  @TempDir Path folder;

  @Test
  void aSnapshotBeyondALimitIsBlockedAndOneWithinAllIsApproved() {
    Run run =
        new Run(
            folder,
            1,
            """
            windows: {default: 1h, sealDelay: 1s, closeAfter: 60s}
            block: {quarantinedRatio: 0.01, residualFindings: 0}
            approve: {quarantinedRatio: 0, exchanges: 15}
            for:
              - {endpoints: POST /orders/3, limits: {maxSteps: 1}}
              - {services: payments, approve: {exchanges: 30}}
            """);
    // Number 3 is of checkout.
    run.publish(Captures.many(60, Captures.yesterday(), 10), new int[60]);

    run.runToEnd(run.config().build());

    List<SnapshotManifest> manifests = List.copyOf(run.manifests().values());
    assertThat(manifests)
        .extracting(SnapshotManifest::service)
        .containsExactly("checkout", "payments", "storefront");
    assertThat(manifests.get(0).blocked())
        .containsExactly("quarantined ratio: 0.0500 is above 0.01");
    assertThat(manifests.get(0).approval()).isEmpty();
    assertThat(manifests.get(1).blocked()).isEmpty();
    assertThat(manifests.get(1).approval()).as("too few rows").isEmpty();
    assertThat(manifests.get(2).approval()).contains("within the limits of the policy");
  }
}
