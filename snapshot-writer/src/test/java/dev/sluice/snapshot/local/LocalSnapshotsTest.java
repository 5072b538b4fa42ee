package dev.sluice.snapshot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.Exchange;
import dev.sluice.model.PolicyTerms;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SnapshotStatus;
import dev.sluice.snapshot.Samples;
import dev.sluice.snapshot.read.SnapshotReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSnapshotsTest {
  private static final LocalOptions WHOLE = new LocalOptions(Samples.PROVENANCE);

  @TempDir Path dir;

  @Test
  void withoutAWindowEachServiceIsOneSnapshotThatCoversAllItsRows() {
    List<SanitizedExchange> rows = new ArrayList<>(Samples.many(1, 2_500));
    rows.subList(0, 700).replaceAll(row -> of(row, "payment"));
    List<Long> progress = new ArrayList<>();

    List<LocalSnapshot> snapshots =
        LocalSnapshots.create(dir, rows.iterator(), WHOLE, progress::add);

    assertThat(snapshots)
        .extracting(s -> s.manifest().service())
        .containsExactly("checkout", "payment");
    assertThat(snapshots).extracting(s -> s.manifest().exchanges()).containsExactly(1_800L, 700L);
    assertThat(snapshots.get(0).manifest().snapshotId())
        .isEqualTo("checkout-prod-20261122T120000Z-3s-r1");
    assertThat(snapshots)
        .allSatisfy(
            s -> {
              assertThat(s.status()).isEqualTo(SnapshotStatus.LOCAL);
              SnapshotReader reader = SnapshotReader.open(s.folder());
              assertThat(reader.verify()).isEmpty();
              assertThat(reader.manifestDigest()).isEqualTo(s.manifestDigest());
            });
    assertThat(progress).endsWith(2_500L).isSorted();
  }

  @Test
  void windowsAreCutByEventTime() {
    LocalOptions seconds =
        new LocalOptions(
            Optional.of(Duration.ofSeconds(1)),
            Optional.of("w1"),
            (env, service) -> new PolicyTerms(Samples.PROVENANCE),
            Optional.of("salt"),
            new TreeMap<>(Map.of("too-deep", 2L)));

    List<LocalSnapshot> snapshots =
        LocalSnapshots.create(dir, Samples.many(2, 2_500).iterator(), seconds, n -> {});

    assertThat(snapshots)
        .extracting(s -> s.manifest().exchanges())
        .containsExactly(1000L, 1000L, 500L);
    assertThat(snapshots.get(2).manifest().snapshotId())
        .isEqualTo("checkout-prod-20261122T120002Z-1s-bw1-r1");
    assertThat(snapshots.get(0).manifest().authorityHashes()).hasSize(1);
    assertThat(snapshots.get(0).manifest().quarantined()).containsEntry("too-deep", 2L);
  }

  @Test
  void theSameInputInAnotherOrderGivesTheSameManifestAndNothingNew(@TempDir Path second) {
    List<LocalSnapshot> first =
        LocalSnapshots.create(dir, Samples.many(3, 300).iterator(), WHOLE, n -> {});
    List<SanitizedExchange> reversed = new ArrayList<>(Samples.many(3, 300));
    java.util.Collections.reverse(reversed);

    assertThat(LocalSnapshots.create(second, reversed.iterator(), WHOLE, n -> {}))
        .extracting(LocalSnapshot::manifestDigest)
        .containsExactly(first.get(0).manifestDigest());
    assertThat(LocalSnapshots.create(dir, reversed.iterator(), WHOLE, n -> {}))
        .extracting(LocalSnapshot::manifestKey)
        .containsExactly(first.get(0).manifestKey());
    assertThat(SnapshotReader.folders(dir)).hasSize(1);
  }

  @Test
  void otherContentInTheSameWindowBecomesTheNextRevision() {
    LocalSnapshots.create(dir, Samples.many(4, 300).iterator(), WHOLE, n -> {});

    List<LocalSnapshot> next =
        LocalSnapshots.create(dir, Samples.many(5, 300).iterator(), WHOLE, n -> {});

    assertThat(next.get(0).manifest().revision()).isEqualTo(2);
    assertThat(SnapshotReader.folders(dir)).hasSize(2);
    assertThat(SnapshotReader.open(next.get(0).folder()).verify()).isEmpty();
  }

  @Test
  void aWindowThatIsNotWholeSecondsIsRefused() {
    for (Duration window :
        List.of(Duration.ZERO, Duration.ofMillis(1_500), Duration.ofSeconds(-5))) {
      assertThatThrownBy(
              () ->
                  new LocalOptions(
                      Optional.of(window),
                      Optional.empty(),
                      (env, service) -> new PolicyTerms(Samples.PROVENANCE),
                      Optional.empty(),
                      new TreeMap<>()))
          .isInstanceOf(SluiceException.class)
          .hasMessageContaining("whole seconds");
    }
  }

  @Test
  void noExchangesMakeNoSnapshot() {
    assertThat(LocalSnapshots.create(dir, List.<SanitizedExchange>of().iterator(), WHOLE, n -> {}))
        .isEmpty();
  }

  private static SanitizedExchange of(SanitizedExchange row, String service) {
    Exchange e = row.exchange();
    return new SanitizedExchange(
        new Exchange(
            e.id(),
            e.ts(),
            e.env(),
            service,
            e.direction(),
            e.protocol(),
            e.durationMicros(),
            e.request(),
            e.response(),
            e.trace(),
            e.tags()),
        row.pathTemplate(),
        row.sessionId(),
        row.findings(),
        row.timeReferences(),
        row.notes(),
        row.policyDigest());
  }
}
