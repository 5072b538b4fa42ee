package dev.sluice.flink.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.WindowDelays;
import dev.sluice.flink.ledger.LedgerEntry;
import dev.sluice.flink.ledger.LedgerRange;
import dev.sluice.flink.ledger.Outcomes;
import dev.sluice.flink.ledger.Restore;
import dev.sluice.flink.sanitize.WindowKey;
import dev.sluice.model.PartInfo;
import dev.sluice.model.SluiceJson;
import dev.sluice.snapshot.store.StagedUpload;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SealBookTest {
  private static final WindowDelays DELAYS =
      WindowDelays.of(
          Policy.parse(
              "p.yaml",
              """
              windows: {sealDelay: 1s, closeAfter: 60s}
              for:
                - {services: batch, sealDelay: 20s, closeAfter: 1h}
              """,
              file -> ""));
  private static final long T0 = 1_700_000_000_000L;
  private static final WindowKey FIRST = window(0);
  private static final WindowKey SECOND = window(1);
  private static final long SEAL_FIRST = FIRST.endMillis() + 1_000 - 1;
  private static final long CLOSE_FIRST = FIRST.endMillis() + 60_000 - 1;

  private final SealBook live = new SealBook(rules(false), BookState.fresh("i1"));

  @Test
  void aWindowSealsWhenTheSlowestWriterHasPassedItsEndAndTheSealDelay() {
    live.accept(1, report(0, 2, SEAL_FIRST, part(FIRST, "a", 3)));
    live.accept(1, report(1, 2, SEAL_FIRST - 1, part(FIRST, "b", 4)));
    assertThat(live.commit(1, OptionalLong.empty()).seals()).isEmpty();

    live.accept(2, report(0, 2, SEAL_FIRST + 5));
    live.accept(2, report(1, 2, SEAL_FIRST));
    assertThat(live.commit(2, OptionalLong.empty()).seals())
        .singleElement()
        .satisfies(
            seal -> {
              assertThat(seal.revision()).isEqualTo(1);
              assertThat(seal.parts()).extracting(PartInfo::key).containsExactly("a", "b");
            });
  }

  @Test
  void aServiceWhosePartAllowsMoreLatenessSealsAndClosesLater() {
    WindowKey batch = new WindowKey("prod", "batch", T0, 10_000);
    live.accept(1, report(0, 1, SEAL_FIRST + 5_000, part(FIRST, "a", 3), part(batch, "b", 4)));
    assertThat(live.commit(1, OptionalLong.empty()).seals())
        .extracting(Seal::window)
        .containsExactly(FIRST);

    live.accept(2, report(0, 1, SEAL_FIRST + 19_000));
    assertThat(live.commit(2, OptionalLong.empty()).seals())
        .extracting(Seal::window)
        .containsExactly(batch);

    live.accept(3, report(0, 1, CLOSE_FIRST + 60_000));
    live.commit(3, OptionalLong.empty());
    live.accept(4, report(0, 1, CLOSE_FIRST + 61_000, part(FIRST, "late", 1), part(batch, "c", 2)));
    live.commit(4, OptionalLong.empty());
    assertThat(live.lateRows()).as("only the other service's").isEqualTo(1);
  }

  @Test
  void onlyReportsOfTheSameCheckpointAreCompared() {
    live.accept(1, report(0, 2, SEAL_FIRST, part(FIRST, "a", 3)));
    live.accept(2, report(0, 2, CLOSE_FIRST));
    live.accept(1, report(1, 2, SEAL_FIRST));

    assertThat(live.commit(2, OptionalLong.empty()).seals()).isEmpty();
    assertThat(live.state().progress()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void partsOfAnAbortedCheckpointGoIntoTheNext() {
    live.accept(1, report(0, 2, T0, part(FIRST, "a", 3)));
    live.accept(2, report(0, 2, SEAL_FIRST));
    live.accept(2, report(1, 2, SEAL_FIRST, part(FIRST, "b", 4)));

    CheckpointCommit commit = live.commit(2, OptionalLong.empty());

    assertThat(commit.uploads()).extracting(StagedUpload::key).containsExactly("a", "b");
    assertThat(commit.seals()).singleElement().satisfies(s -> assertThat(s.parts()).hasSize(2));
  }

  @Test
  void reportsOfARestoredCheckpointAreRepeatsAndDropped() {
    SealBook book = new SealBook(rules(false), BookState.fresh("i1"));
    book.restored("r1", 7);

    book.accept(7, report(0, 1, SEAL_FIRST, part(FIRST, "a", 3)));
    book.accept(6, report(0, 1, SEAL_FIRST, part(FIRST, "b", 3)));
    CheckpointCommit commit = book.commit(8, OptionalLong.empty());

    assertThat(commit.uploads()).isEmpty();
    assertThat(commit.seals()).isEmpty();
  }

  @Test
  void theFirstCommitAfterARestoreTellsTheLedgerOfIt() throws IOException {
    live.accept(1, report(0, 1, T0, part(FIRST, "a", 3)));
    live.commit(1, OptionalLong.empty());
    SealBook book = new SealBook(rules(false), copy(live.state()));
    book.restored("r1", 1);

    CheckpointCommit first = book.commit(2, OptionalLong.empty());

    assertThat(first.ledgerKey()).isEqualTo("_ledger/live/i1/000000000002-r1.json");
    assertThat(SluiceJson.read(first.ledger(), LedgerEntry.class).restore())
        .contains(new Restore("r1", "", 1));
    assertThat(book.commit(3, OptionalLong.empty()).isEmpty()).isTrue();

    SealBook again = new SealBook(rules(false), copy(book.state()));
    again.restored("r2", 3);
    assertThat(again.state().restore()).contains(new Restore("r2", "r1", 3));
  }

  @Test
  void aRestoreWithOtherParallelismWaitsForTheWritersThereAreNow() throws IOException {
    live.accept(1, report(0, 1, T0, part(FIRST, "a", 3)));
    live.commit(1, OptionalLong.empty());
    SealBook wide = new SealBook(rules(false), copy(live.state()));

    wide.accept(2, report(0, 3, CLOSE_FIRST));
    wide.accept(2, report(2, 3, CLOSE_FIRST));
    assertThat(wide.commit(2, OptionalLong.empty()).seals()).isEmpty();
    wide.accept(3, report(0, 3, SEAL_FIRST));
    wide.accept(3, report(1, 3, SEAL_FIRST));
    wide.accept(3, report(2, 3, SEAL_FIRST));

    assertThat(wide.commit(3, OptionalLong.empty()).seals()).hasSize(1);
  }

  @Test
  void idleWritersDoNotHoldProgressBack() {
    live.accept(1, report(0, 2, SEAL_FIRST, part(FIRST, "a", 3)));
    live.accept(1, idle(1, 2));

    assertThat(live.commit(1, OptionalLong.empty()).seals()).hasSize(1);
  }

  @Test
  void whenAllAreIdleTheWallClockDecidesIfItIsKnown() {
    live.accept(1, idle(0, 1, part(FIRST, "a", 3)));
    assertThat(live.isSilent(1)).isFalse();
    assertThat(live.commit(1, OptionalLong.empty()).seals()).isEmpty();
    live.accept(2, idle(0, 1));
    assertThat(live.isSilent(2)).isTrue();

    assertThat(live.commit(2, OptionalLong.of(SEAL_FIRST)).seals()).hasSize(1);
  }

  @Test
  void lateRowsBeforeTheCloseMakeOneFullReplacementAtTheClose() {
    live.accept(1, report(0, 1, SEAL_FIRST, part(FIRST, "a", 3)));
    live.commit(1, OptionalLong.empty());
    live.accept(2, report(0, 1, SEAL_FIRST + 5_000, part(FIRST, "b", 2)));
    assertThat(live.commit(2, OptionalLong.empty()).seals()).isEmpty();
    live.accept(3, report(0, 1, CLOSE_FIRST, part(FIRST, "c", 1)));

    assertThat(live.commit(3, OptionalLong.empty()).seals())
        .singleElement()
        .satisfies(
            seal -> {
              assertThat(seal.revision()).isEqualTo(2);
              assertThat(seal.parts()).extracting(PartInfo::key).containsExactly("a", "b", "c");
            });
    assertThat(live.state().windows()).isEmpty();
  }

  @Test
  void rowsAfterTheCloseAreCommittedAndCountedAsLate() {
    live.accept(1, report(0, 1, CLOSE_FIRST, part(FIRST, "a", 3)));
    live.commit(1, OptionalLong.empty());
    live.accept(2, report(0, 1, CLOSE_FIRST, part(FIRST, "b", 2), part(SECOND, "c", 1)));

    CheckpointCommit commit = live.commit(2, OptionalLong.empty());

    LedgerEntry entry = SluiceJson.read(commit.ledger(), LedgerEntry.class);
    assertThat(commit.uploads()).hasSize(2);
    assertThat(entry.late()).singleElement().satisfies(l -> assertThat(l.key()).isEqualTo("b"));
    assertThat(entry.services())
        .hasEntrySatisfying("prod/checkout", o -> assertThat(o.late()).isEqualTo(2));
  }

  @Test
  void aBoundedRunSealsEverythingAtItsEndAndHasNothingLate() {
    SealBook bounded = new SealBook(rules(true), BookState.fresh("i1"));
    bounded.accept(1, report(0, 1, CLOSE_FIRST, part(FIRST, "a", 3)));
    assertThat(bounded.commit(1, OptionalLong.empty()).seals()).isEmpty();
    bounded.accept(2, report(0, 1, Long.MAX_VALUE, part(FIRST, "b", 2), part(SECOND, "c", 1)));

    CheckpointCommit end = bounded.finish(2);

    assertThat(end.seals()).extracting(Seal::revision).containsExactly(1, 1);
    assertThat(end.seals().get(0).parts()).hasSize(2);
    assertThat(SluiceJson.read(end.ledger(), LedgerEntry.class).late()).isEmpty();
  }

  @Test
  void aWriterThatEndedIsNotWaitedFor() {
    live.accept(1, report(0, 2, SEAL_FIRST, part(FIRST, "a", 3)));
    live.accept(1, ended(1, 2));
    live.commit(1, OptionalLong.empty());
    live.accept(2, report(0, 2, CLOSE_FIRST));
    live.commit(2, OptionalLong.empty());

    assertThat(live.state().progress()).isEqualTo(CLOSE_FIRST);
  }

  @Test
  void rangesJoinEvenWhereOffsetsHeldNoRecord() {
    live.accept(1, counted(10, 20));
    live.commit(1, OptionalLong.empty());
    live.accept(2, counted(23, 30));

    LedgerEntry entry =
        SluiceJson.read(live.commit(2, OptionalLong.empty()).ledger(), LedgerEntry.class);

    assertThat(entry.ranges())
        .singleElement()
        .satisfies(
            range -> {
              assertThat(range.from()).isEqualTo(20);
              assertThat(range.skipped()).isEqualTo(3);
            });
  }

  @Test
  void aRetriedCommitWritesTheSameBytes() throws IOException {
    live.accept(1, report(0, 1, T0, part(FIRST, "a", 3)));
    live.commit(1, OptionalLong.empty());
    SealBook again = new SealBook(rules(false), copy(live.state()));
    for (SealBook book : List.of(live, again)) {
      book.accept(2, report(0, 1, CLOSE_FIRST, part(FIRST, "b", 1)));
    }

    CheckpointCommitSerializer form = new CheckpointCommitSerializer();
    assertThat(form.serialize(again.commit(2, OptionalLong.empty())))
        .isEqualTo(form.serialize(live.commit(2, OptionalLong.empty())));
  }

  private static BookState copy(BookState state) throws IOException {
    BookStateSerializer form = new BookStateSerializer();
    return form.deserialize(form.getVersion(), form.serialize(state));
  }

  private static SealRules rules(boolean bounded) {
    return new SealRules(bounded, DELAYS, "", "live", "i1", FormsTest.PROVENANCE);
  }

  private static WindowKey window(int number) {
    return new WindowKey("prod", "checkout", T0 + number * 10_000L, 10_000);
  }

  private static StagedPart part(WindowKey window, String key, long rows) {
    StagedUpload upload = new StagedUpload(key, "u", List.of("e"), 9, "sha256:00");
    Instant ts = Instant.ofEpochMilli(window.startMillis());
    return new StagedPart(window, upload, rows, ts, ts);
  }

  private static WriterReport report(int writer, int writers, long watermark, StagedPart... parts) {
    return report(writer, writers, watermark, false, false, parts);
  }

  private static WriterReport idle(int writer, int writers, StagedPart... parts) {
    return report(writer, writers, Long.MIN_VALUE, true, false, parts);
  }

  private static WriterReport ended(int writer, int writers) {
    return report(writer, writers, Long.MAX_VALUE, false, true);
  }

  private static WriterReport report(
      int writer, int writers, long watermark, boolean idle, boolean ended, StagedPart... parts) {
    Progress progress =
        new Progress(
            writer, writers, watermark, idle, ended, List.of(), new TreeMap<>(), new TreeMap<>());
    return new WriterReport(progress, List.of(parts));
  }

  private static WriterReport counted(long from, long to) {
    Outcomes rows = new Outcomes(to - from, new TreeMap<>(), 0, 0, 0);
    Progress progress =
        new Progress(
            0,
            1,
            T0,
            false,
            false,
            List.of(new LedgerRange("raw", 0, from, to, 0, rows)),
            new TreeMap<>(),
            new TreeMap<>());
    return new WriterReport(progress, List.of());
  }
}
