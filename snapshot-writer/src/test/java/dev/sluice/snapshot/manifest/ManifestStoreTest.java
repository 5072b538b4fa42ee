package dev.sluice.snapshot.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.PartInfo;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.Samples;
import dev.sluice.snapshot.part.PartEncoder;
import dev.sluice.snapshot.part.PartFile;
import dev.sluice.snapshot.part.PartMeta;
import dev.sluice.snapshot.store.DirStore;
import dev.sluice.snapshot.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestStoreTest {
  private static final SnapshotId ID =
      new SnapshotId("checkout", "prod", Samples.START, Duration.ofMinutes(5), Optional.empty(), 1);

  @TempDir Path dir;
  private ObjectStore store;
  private ManifestStore manifests;

  @BeforeEach
  void open() {
    store = DirStore.open(dir);
    manifests = new ManifestStore(store);
  }

  @Test
  void theManifestHoldsWhatItsPartsSay() {
    List<SanitizedExchange> rows = Samples.many(1, 300);
    List<PartInfo> parts =
        List.of(part(rows.subList(0, 100), "a"), part(rows.subList(100, 300), "b"));

    SnapshotManifest manifest =
        ManifestBuilder.seal(
            new SealInput(
                ID, parts, Samples.PROVENANCE, new TreeMap<>(Map.of("too-deep", 3L)), 7, List.of()),
            store);

    assertThat(manifest.exchanges()).isEqualTo(300);
    assertThat(manifest.snapshotId()).isEqualTo("checkout-prod-20261122T120000Z-5m-r1");
    assertThat(manifest.parts()).hasSize(2);
    assertThat(manifest.quarantined()).containsEntry("too-deep", 3L);
    assertThat(manifest.findings().stream().mapToLong(f -> f.count()).sum())
        .isEqualTo(rows.stream().mapToLong(r -> r.findings().size()).sum());
    assertThat(manifests.publish(manifest).outcome()).isEqualTo(Published.Outcome.CREATED);
    assertThat(manifests.read(ID.manifestKey())).isEqualTo(manifest);
  }

  @Test
  void howRowsAreCutIntoPartsDoesNotChangeDigestBaselineOrFindings() {
    List<SanitizedExchange> rows = Samples.many(2, 300);
    SnapshotManifest one = seal(part(rows, "all"));
    SnapshotManifest three =
        seal(
            part(rows.subList(0, 10), "x"),
            part(rows.subList(10, 200), "y"),
            part(rows.subList(200, 300), "z"));

    assertThat(three.contentDigest()).isEqualTo(one.contentDigest());
    assertThat(three.baseline()).isEqualTo(one.baseline());
    assertThat(three.findings()).isEqualTo(one.findings());
  }

  @Test
  void theOrderOfPartsDoesNotChangeTheBytes() {
    List<SanitizedExchange> rows = Samples.many(3, 60);
    List<PartInfo> parts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      parts.add(part(rows.subList(10 * i, 10 * i + 10), "p" + i));
    }
    byte[] first = ManifestStore.bytes(seal(parts.toArray(PartInfo[]::new)));
    Collections.reverse(parts);

    assertThat(ManifestStore.bytes(seal(parts.toArray(PartInfo[]::new)))).isEqualTo(first);
  }

  @Test
  void publishingAgainIsHarmlessAndGivesTheDigestThatStands() {
    SnapshotManifest manifest = seal(part(Samples.many(4, 20), "a"));
    Published first = manifests.publish(manifest);
    Published second = manifests.publish(manifest);

    assertThat(second.outcome()).isEqualTo(Published.Outcome.ALREADY_SAME);
    assertThat(second.manifestDigest())
        .isEqualTo(first.manifestDigest())
        .isEqualTo(ContentDigest.of(store.get(ID.manifestKey())));
  }

  @Test
  void theSameContentInOtherPartsCountsAsDoneAndIsNotOverwritten() {
    List<SanitizedExchange> rows = Samples.many(5, 40);
    SnapshotManifest first = seal(part(rows, "whole"));
    SnapshotManifest second = seal(part(rows.subList(0, 20), "1"), part(rows.subList(20, 40), "2"));
    manifests.publish(first);

    Published published = manifests.publish(second);

    assertThat(published.outcome()).isEqualTo(Published.Outcome.ALREADY_SAME);
    assertThat(published.stored()).isEqualTo(first);
    assertThat(manifests.read(ID.manifestKey())).isEqualTo(first);
  }

  @Test
  void otherContentIsAConflictAndTheFirstStays() {
    SnapshotManifest first = seal(part(Samples.many(6, 40), "a"));
    SnapshotManifest second = seal(part(Samples.many(7, 40), "b"));
    manifests.publish(first);

    assertThat(manifests.publish(second).outcome()).isEqualTo(Published.Outcome.CONFLICT);
    assertThat(manifests.read(ID.manifestKey())).isEqualTo(first);
  }

  @Test
  void aPartWithOtherRowsThanListedIsNotSealed() {
    PartInfo part = part(Samples.many(8, 20), "a");
    PartInfo lying =
        new PartInfo(part.key(), part.sizeBytes(), part.sha256(), 21, part.minTs(), part.maxTs());

    assertThatThrownBy(() -> seal(lying))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("20 rows, expected 21");
  }

  @Test
  void aDamagedManifestIsNamed() {
    for (String text : List.of("", "{", "{}", "[]", "{\"format\":9}")) {
      store.put("m.json", text.getBytes(StandardCharsets.UTF_8), ObjectStore.JSON);
      assertThatThrownBy(() -> manifests.read("m.json"))
          .as(text)
          .isInstanceOf(SluiceException.class)
          .hasMessageContaining("m.json");
    }
  }

  @Test
  void theOutboxHoldsAnAnnouncementUntilItIsRemoved() {
    Published published = manifests.publish(seal(part(Samples.many(9, 10), "a")));
    Outbox.announce(store, published.manifestKey(), published.manifestDigest());
    Outbox.announce(store, published.manifestKey(), published.manifestDigest());

    List<Outbox.Entry> entries = Outbox.list(store);
    assertThat(entries)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.key())
                  .isEqualTo("_outbox/2026/11/22/checkout-prod-20261122T120000Z-5m-r1.json");
              assertThat(entry.request().manifestKey()).isEqualTo(published.manifestKey());
              assertThat(entry.request().manifestDigest()).isEqualTo(published.manifestDigest());
            });
    Outbox.remove(store, entries.get(0));
    assertThat(Outbox.list(store)).isEmpty();
  }

  @Test
  void aDamagedAnnouncementDoesNotHideTheOthers() {
    Published published = manifests.publish(seal(part(Samples.many(9, 10), "a")));
    Outbox.announce(store, published.manifestKey(), published.manifestDigest());
    store.put("_outbox/2026/11/21/broken.json", new byte[] {'{'}, ObjectStore.JSON);

    assertThat(Outbox.list(store)).hasSize(1);
  }

  private SnapshotManifest seal(PartInfo... parts) {
    return ManifestBuilder.seal(new SealInput(ID, List.of(parts), Samples.PROVENANCE), store);
  }

  private PartInfo part(List<SanitizedExchange> rows, String name) {
    PartFile part = PartEncoder.encode(Samples.rows(rows), PartMeta.NONE);
    String key = ID.prefix() + "part-" + name + ".parquet";
    store.put(key, part.bytes(), ObjectStore.PARQUET);
    return part.info(key);
  }
}
