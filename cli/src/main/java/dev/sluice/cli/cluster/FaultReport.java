package dev.sluice.cli.cluster;

import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a fault run found.
 *
 * @param faults in the order in which they struck
 * @param holes offsets that the ledger has not, or has twice
 * @param unregistered snapshots in the bucket that the catalog does not know
 * @param canaryPlaces how many secrets were found where; never the secrets
 */
record FaultReport(
    List<Result> faults,
    Throughput throughput,
    List<String> holes,
    int unregistered,
    Map<String, Integer> canaryPlaces) {
  /**
   * What one fault did.
   *
   * @param records sent while it lasted and until the job had recovered
   * @param recoverySeconds from its begin until the ledger had all that was sent before its end; -1
   *     for never
   * @param lost records sent that are in no snapshot, and were not held back or left out either
   * @param duplicated records that are there twice
   * @param canaryHits secrets of its traffic that were found anywhere
   * @param digestEqual whether all snapshots of its traffic equal those of an undisturbed run
   */
  record Result(
      String name,
      long records,
      double recoverySeconds,
      long lost,
      long duplicated,
      int canaryHits,
      boolean digestEqual) {
    boolean clean() {
      return recoverySeconds >= 0 && lost == 0 && duplicated == 0 && canaryHits == 0 && digestEqual;
    }
  }

  /** Records that came to the ledger in a second, before, during and after the faults. */
  record Throughput(double before, double during, double after) {}

  /** Whether all that was promised held. */
  boolean clean() {
    return holes.isEmpty()
        && unregistered == 0
        && canaryPlaces.isEmpty()
        && faults.stream().allMatch(Result::clean);
  }

  void print(Terminal terminal) {
    TextTable table =
        new TextTable(
            "fault",
            "records",
            "recovery s",
            "lost",
            "duplicated",
            "canary hits",
            "digests",
            "verdict");
    for (Result f : faults) {
      table.row(
          f.name(),
          f.records(),
          f.recoverySeconds() < 0 ? "never" : one(f.recoverySeconds()),
          f.lost(),
          f.duplicated(),
          f.canaryHits(),
          f.digestEqual() ? "equal" : "differ",
          f.clean() ? "holds" : "BROKEN");
    }
    table.print(terminal);
    if (unregistered > 0) {
      terminal.print("the catalog does not know " + unregistered + " snapshots of the bucket");
    }
    holes.forEach(hole -> terminal.print("hole     " + hole));
    canaryPlaces.forEach((place, n) -> terminal.print("canaries " + place + ": " + n));
    terminal.print(
        "records/s committed: before "
            + one(throughput.before())
            + ", during "
            + one(throughput.during())
            + ", after "
            + one(throughput.after())
            + " (traffic comes at "
            + FaultTraffic.PER_SECOND
            + "/s)");
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
