package dev.sluice.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flink.ledger.Outcomes;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A fault run can tell what is wrong: each account alone is enough for it. */
class FaultVerdictTest {
  private static final Instant WINDOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void allIsWellWhereSnapshotsAndLedgerHaveEachRecordOnce() {
    FaultReport.Result result = result(10, ledger(8, 2), sealed(8, "d"), sealed(8, "d"), 0);

    assertThat(result.clean()).isTrue();
    assertThat(result.records()).isEqualTo(10);
  }

  @Test
  void aRecordThatSnapshotsLackIsLost() {
    assertBroken(result(10, ledger(10, 0), sealed(9, "d"), sealed(9, "d"), 0), 1, 0);
  }

  @Test
  void aRecordThatTheLedgerLacksIsLost() {
    assertBroken(result(10, ledger(9, 0), sealed(10, "d"), sealed(10, "d"), 0), 1, 0);
  }

  @Test
  void aRecordThatSnapshotsHaveTwiceIsDuplicated() {
    assertBroken(result(10, ledger(10, 0), sealed(11, "d"), sealed(11, "d"), 0), 0, 1);
  }

  @Test
  void aRecordThatTheLedgerHasTwiceIsDuplicated() {
    assertBroken(result(10, ledger(11, 0), sealed(10, "d"), sealed(10, "d"), 0), 0, 1);
  }

  @Test
  void otherContentThanThatOfTheUndisturbedRunIsTold() {
    assertBroken(result(10, ledger(10, 0), sealed(10, "d"), sealed(10, "e"), 0), 0, 0);
    assertBroken(result(0, ledger(0, 0), FaultAccounts.Sealed.NOTHING, sealed(0, "d"), 0), 0, 0);
  }

  @Test
  void aCanaryIsEnough() {
    assertBroken(result(10, ledger(10, 0), sealed(10, "d"), sealed(10, "d"), 1), 0, 0);
  }

  @Test
  void aJobThatDidNotComeBackIsNotWell() {
    FaultVerdict never =
        new FaultVerdict("f", 10, -1, ledger(10, 0), sealed(10, "d"), sealed(10, "d"));
    assertBroken(never.result(0), 0, 0);
  }

  private static void assertBroken(FaultReport.Result result, long lost, long duplicated) {
    assertThat(result.clean()).isFalse();
    assertThat(result.lost()).isEqualTo(lost);
    assertThat(result.duplicated()).isEqualTo(duplicated);
  }

  private static FaultReport.Result result(
      long published,
      Outcomes ledger,
      FaultAccounts.Sealed stormy,
      FaultAccounts.Sealed calm,
      int canaries) {
    return new FaultVerdict("f", published, 1.5, ledger, stormy, calm).result(canaries);
  }

  private static Outcomes ledger(long rows, long quarantined) {
    TreeMap<String, Long> reasons = new TreeMap<>(Map.of("undecodable-body", quarantined));
    return new Outcomes(rows, reasons, 0, 0, 0);
  }

  private static FaultAccounts.Sealed sealed(long rows, String digest) {
    return new FaultAccounts.Sealed(rows, new TreeMap<>(Map.of(WINDOW, digest)));
  }
}
