package dev.sluice.cli.bench;

import java.util.List;

/**
 * The result of {@code sluice bench engine}.
 *
 * @param seconds of each measurement
 * @param engineStartSeconds from rule files to a ready engine
 */
record EngineReport(
    Machine machine,
    int rules,
    double seconds,
    double engineStartSeconds,
    List<CorpusResult> corpora) {

  /**
   * One corpus. Megabytes are millions of bytes of the exchanges as plain JSON documents; all
   * speeds count the same bytes.
   *
   * @param megabytes sanitized while the clock ran
   * @param exchanges sanitized while the clock ran
   * @param findings in them
   * @param quarantined of them
   * @param ratioToCopy with the second look on
   * @param allocBytesPerByte by full sanitizing
   * @param tableStates of the automata, since the engine started
   */
  record CorpusResult(
      String name,
      double megabytes,
      double copyMBps,
      double sanitizeMBps,
      double ratioToCopy,
      double sanitizeWithoutSecondLookMBps,
      double naiveMBps,
      double ratioToNaive,
      long exchanges,
      long findings,
      long quarantined,
      double allocBytesPerByte,
      int tableStates) {}
}
