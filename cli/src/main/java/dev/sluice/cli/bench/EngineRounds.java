package dev.sluice.cli.bench;

import dev.sluice.dlp.Engine;
import dev.sluice.model.Verdict;
import java.util.List;

/**
 * Measures one corpus on the calling thread: a piece is copied, sanitized, and rewritten without
 * the second look; then the next piece. Not thread-safe.
 */
final class EngineRounds {
  /** A warm-up of so many measurements is the longest. */
  private static final int LONGEST_WARM_UP = 8;

  private static final double RISING = 1.03;

  private final Engine engine;
  private final NaiveScan naive;
  private final double seconds;

  EngineRounds(Engine engine, NaiveScan naive, double seconds) {
    this.engine = engine;
    this.naive = naive;
    this.seconds = seconds;
  }

  /** All meters of one corpus. */
  private static final class Meters {
    private final Meter copy = new Meter();
    private final Meter sanitize = new Meter();
    private final Meter rewrite = new Meter();
    private final Meter naive = new Meter();
    private long exchanges;
    private long quarantined;

    boolean are(double seconds) {
      return copy.seconds() + sanitize.seconds() + rewrite.seconds() >= 3 * seconds;
    }
  }

  EngineReport.CorpusResult measure(Corpus corpus) {
    warmUp(corpus);
    Meters meters = rounds(corpus);
    naively(corpus, meters.naive);
    double speed = meters.sanitize.megabytesPerSecond();
    return new EngineReport.CorpusResult(
        corpus.name(),
        meters.sanitize.megabytes(),
        meters.copy.megabytesPerSecond(),
        speed,
        speed / meters.copy.megabytesPerSecond(),
        meters.rewrite.megabytesPerSecond(),
        meters.naive.megabytesPerSecond(),
        speed / meters.naive.megabytesPerSecond(),
        meters.exchanges,
        meters.sanitize.result(),
        meters.quarantined,
        meters.sanitize.allocatedPerByte(),
        engine.tableStates());
  }

  /** Until the speed no longer rises: then the compiler is done and the automata are made. */
  private void warmUp(Corpus corpus) {
    double best = 0;
    for (int i = 0; i < LONGEST_WARM_UP; i++) {
      double speed = rounds(corpus).sanitize.megabytesPerSecond();
      if (speed < best * RISING) {
        return;
      }
      best = Math.max(best, speed);
    }
  }

  private Meters rounds(Corpus corpus) {
    JacksonCopy copy = new JacksonCopy();
    Meters meters = new Meters();
    while (!meters.are(seconds)) {
      List<Sample> piece = corpus.piece();
      long bytes = piece.stream().mapToLong(s -> s.document().length).sum();
      meters.copy.turn(bytes, () -> copy.run(piece));
      meters.sanitize.turn(bytes, () -> sanitize(piece, meters));
      meters.rewrite.turn(bytes, () -> rewrite(piece));
    }
    return meters;
  }

  /** The findings. */
  private long sanitize(List<Sample> piece, Meters meters) {
    long findings = 0;
    for (Sample sample : piece) {
      meters.exchanges++;
      if (engine.sanitize(sample.capture()) instanceof Verdict.Pass pass) {
        findings += pass.exchange().findings().size();
      } else {
        meters.quarantined++;
      }
    }
    return findings;
  }

  private long rewrite(List<Sample> piece) {
    long written = 0;
    for (Sample sample : piece) {
      written += engine.measureWithoutSecondLook(sample.capture());
    }
    return written;
  }

  private void naively(Corpus corpus, Meter meter) {
    while (true) {
      for (Sample sample : corpus.piece()) {
        meter.turn(sample.document().length, () -> naive.run(sample));
        if (meter.seconds() >= seconds) {
          return;
        }
      }
    }
  }
}
