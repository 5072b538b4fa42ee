package dev.sluice.flink.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.SluiceJson;
import dev.sluice.snapshot.store.DirStore;
import dev.sluice.snapshot.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerReaderTest {
  @TempDir Path folder;
  private ObjectStore store;

  @BeforeEach
  void open() {
    store = DirStore.open(folder);
  }

  @Test
  void joinedRangesAddUpWithoutHoles() {
    write("a", 1, range(0, 0, 10, 10));
    write("a", 2, range(0, 10, 15, 5), range(1, 3, 4, 1));

    LedgerSummary summary = LedgerReader.read(store, "live", "a");

    assertThat(summary.allAccounted()).isTrue();
    assertThat(summary.total().captured()).isEqualTo(16);
    assertThat(summary.partitions()).containsOnlyKeys("raw/0", "raw/1");
  }

  @Test
  void aRangeThatIsMissingIsAHole() {
    write("a", 1, range(0, 0, 10, 10));
    write("a", 3, range(0, 12, 15, 3));

    assertThat(LedgerReader.read(store, "live", "a").holes())
        .containsExactly("raw/0: offsets 10 to 11 are in no range");
  }

  @Test
  void anOffsetInTwoRangesIsReported() {
    write("a", 1, range(0, 0, 10, 10));
    write("a", 2, range(0, 8, 15, 7));

    assertThat(LedgerReader.read(store, "live", "a").holes())
        .containsExactly("raw/0: offsets 8 to 9 are in two ranges");
  }

  @Test
  void outcomesThatDoNotCoverTheirRangeAreReported() {
    write("a", 1, range(0, 0, 10, 9));

    assertThat(LedgerReader.read(store, "live", "a").holes())
        .containsExactly("raw/0: outcomes do not add up from offset 0");
  }

  @Test
  void eachStartOfARunHasALedgerOfItsOwn() {
    write("20261122T120000000Z-aa", 1, range(0, 0, 10, 10));
    write("20261122T130000000Z-bb", 1, range(0, 0, 12, 12));

    assertThat(LedgerReader.readLatest(store, "live").map(s -> s.total().captured())).contains(12L);
    assertThat(LedgerReader.readLatest(store, "b-other")).isEmpty();
  }

  @Test
  void whatARestoreLeavesBehindIsNotCounted() {
    write("a", 1, range(0, 0, 10, 10));
    write("a", 2, range(0, 10, 15, 5));
    write("a", 3, range(0, 15, 30, 15));
    write("a", new Restore("r1", "", 1), 2, range(0, 10, 22, 12));

    LedgerSummary summary = LedgerReader.read(store, "live", "a");

    assertThat(summary.holes()).isEmpty();
    assertThat(summary.total().captured()).isEqualTo(22);
    assertThat(LedgerReader.keys(store, "live", "a")).hasSize(4);
  }

  @Test
  void restoresOfRestoresGoBackToTheFirstStart() {
    write("a", 1, range(0, 0, 10, 10));
    write("a", new Restore("r1", "", 1), 2, range(0, 10, 20, 10));
    write("a", new Restore("r1", "", 1), 5, range(0, 20, 30, 10));
    write("a", new Restore("r2", "r1", 5), 6, range(0, 30, 31, 1));
    write("a", new Restore("r3", "r1", 2), 3, range(0, 20, 24, 4));

    assertThat(LedgerReader.entries(store, "live", "a"))
        .extracting(LedgerEntry::checkpoint)
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void aRestoreFromBeforeItsParentsRestoreLeavesTheParentBehindToo() {
    write("a", 1, range(0, 0, 10, 10));
    write("a", 2, range(0, 10, 20, 10));
    write("a", new Restore("r1", "", 2), 3, range(0, 20, 30, 10));
    write("a", new Restore("r2", "", 1), 2, range(0, 10, 15, 5));

    LedgerSummary summary = LedgerReader.read(store, "live", "a");

    assertThat(summary.holes()).isEmpty();
    assertThat(summary.total().captured()).isEqualTo(15);
  }

  @Test
  void anEntryOfTheVersionBeforeIsRead() {
    store.put(
        "_ledger/live/a/000000000001.json",
        """
        {"format":1,"run":"live","incarnation":"a","checkpoint":1,"ranges":[{"topic":"raw",
        "partition":0,"from":0,"to":3,"skipped":0,"outcomes":{"rows":3,"quarantined":{},
        "filtered":0,"sampled":0,"late":0}}],"services":{},"late":[],"snapshots":[]}
        """
            .getBytes(StandardCharsets.UTF_8),
        ObjectStore.JSON);
    write("a", new Restore("r1", "", 1), 2, range(0, 3, 5, 2));

    assertThat(LedgerReader.read(store, "live", "a").total().captured()).isEqualTo(5);
  }

  @Test
  void anEntryOfALaterVersionIsRefused() {
    store.put(
        "_ledger/live/a/000000000001.json",
        """
        {"format":3,"run":"live","incarnation":"a","checkpoint":1,"ranges":[],"services":{},
        "late":[],"snapshots":[]}
        """
            .getBytes(StandardCharsets.UTF_8),
        ObjectStore.JSON);

    assertThatThrownBy(() -> LedgerReader.read(store, "live", "a"))
        .hasMessageContaining("ledger format 3");
  }

  private void write(String incarnation, long checkpoint, LedgerRange... ranges) {
    write(incarnation, Optional.empty(), checkpoint, ranges);
  }

  private void write(String incarnation, Restore restore, long checkpoint, LedgerRange... ranges) {
    write(incarnation, Optional.of(restore), checkpoint, ranges);
  }

  private void write(
      String incarnation, Optional<Restore> restore, long checkpoint, LedgerRange... ranges) {
    LedgerEntry entry =
        new LedgerEntry(
            LedgerEntry.FORMAT,
            "live",
            incarnation,
            restore,
            checkpoint,
            Optional.empty(),
            List.of(ranges),
            new TreeMap<>(Map.of()),
            List.of(),
            List.of());
    store.put(entry.key(), SluiceJson.bytes(entry), ObjectStore.JSON);
  }

  private static LedgerRange range(int partition, long from, long to, long rows) {
    return new LedgerRange(
        "raw", partition, from, to, 0, new Outcomes(rows, new TreeMap<>(), 0, 0, 0));
  }
}
