package dev.sluice.flink.policy;

import dev.sluice.dlp.Engine;
import dev.sluice.dlp.KeyedShare;
import dev.sluice.model.Capture;
import dev.sluice.model.Verdict;

/**
 * A candidate that runs beside what governs, on a share of the exchanges. What it makes is compared
 * and thrown away. One owner thread.
 */
final class Shadow {
  private final Entry entry;
  private final Engine candidate;
  private final KeyedShare sample;

  Shadow(Entry entry, SharedEngines.Ready ready) {
    this.entry = entry;
    this.candidate = ready.engine();
    this.sample = new KeyedShare(ready.config().keys(), "shadow");
  }

  Entry entry() {
    return entry;
  }

  /** Adds what it would have done with an exchange that has its verdict. */
  @SuppressWarnings("CatchingUnchecked")
  ShadowCounts look(ShadowCounts counts, Capture capture, Verdict verdict) {
    if (!sample.contains(entry.publication().share(), capture)) {
      return counts;
    }
    try {
      return counts.plus(
          ShadowCounts.compare(counts.number(), verdict, candidate.sanitize(capture)));
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      // The verdict stands, whatever the candidate does. No message: it may hold input.
      return counts.plus(ShadowCounts.failed(counts.number()));
    }
  }
}
