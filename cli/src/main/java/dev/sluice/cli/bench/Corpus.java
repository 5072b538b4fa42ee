package dev.sluice.cli.bench;

import dev.sluice.model.Capture;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Exchanges in pieces of about 100 KB: all references and the engine take the same piece, one after
 * the other, so that none has the quieter machine. Not thread-safe.
 */
final class Corpus {
  private static final int PIECE = 100_000;

  private final String name;
  private final Iterator<Sample> samples;

  private Corpus(String name, Iterator<Sample> samples) {
    this.name = name;
    this.samples = samples;
  }

  /** Ever new exchanges: nothing that remembers values can profit. */
  static Corpus endless(String name, Iterator<Capture> traffic) {
    return new Corpus(
        name,
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Sample next() {
            return Sample.of(traffic.next());
          }
        });
  }

  /** The same exchanges again and again. */
  static Corpus repeated(String name, List<Sample> all) {
    return new Corpus(
        name,
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Sample next() {
            return all.get(next++ % all.size());
          }
        });
  }

  String name() {
    return name;
  }

  /** The next piece. */
  List<Sample> piece() {
    List<Sample> piece = new ArrayList<>();
    for (long bytes = 0; bytes < PIECE; ) {
      Sample sample = samples.next();
      piece.add(sample);
      bytes += sample.document().length;
    }
    return piece;
  }
}
