package dev.sluice.dlp.eval;

/** What became of a planted value and of the message around it. */
enum Outcome {
  /** Replaced; everything else as it was. */
  CLEAN,
  /** Replaced, but something else changed too. */
  ALTERED,
  LEAKED,
  QUARANTINED
}
