package dev.sluice.cli.cluster;

import dev.sluice.flink.ledger.Outcomes;

/**
 * Compares what was sent while a fault lasted with what became of it.
 *
 * @param published records sent
 * @param recoverySeconds as in the report
 * @param ledger what the job's ledger says of them
 * @param stormy what its snapshots hold of them
 * @param calm what those of an undisturbed run hold
 */
record FaultVerdict(
    String service,
    long published,
    double recoverySeconds,
    Outcomes ledger,
    FaultAccounts.Sealed stormy,
    FaultAccounts.Sealed calm) {
  /** What the report says; both snapshots and ledger must have each record once. */
  FaultReport.Result result(int canaryHits) {
    long there = stormy.rows() + ledger.captured() - ledger.rows();
    return new FaultReport.Result(
        service,
        published,
        recoverySeconds,
        Math.max(0, published - Math.min(there, ledger.captured())),
        Math.max(0, Math.max(there, ledger.captured()) - published),
        canaryHits,
        !stormy.digests().isEmpty() && stormy.digests().equals(calm.digests()));
  }
}
