package dev.sluice.dlp.detect;

import dev.sluice.dlp.scan.RegexFacts;
import org.jspecify.annotations.Nullable;

/**
 * A text that is asked for runs of an alphabet: where a pattern's alphabet is known, no match
 * leaves its run, so the longest run must have room for one. Not thread-safe.
 */
abstract class Runs {

  /** Shorter matches fit almost everywhere. */
  private static final int WORTH_A_LOOK = 8;

  private @Nullable TextFacts facts;

  /** False only if no match of the pattern can stand in the text. */
  final boolean mayHold(RegexFacts pattern) {
    TextFacts known = facts == null ? read() : facts;
    facts = known;
    return known.mayHold(pattern)
        && (pattern.minLength() < WORTH_A_LOOK
            || pattern.alphabet().containsAll(known.characters())
            || hasRun(pattern));
  }

  abstract TextFacts read();

  abstract boolean hasRun(RegexFacts pattern);

  /** A part of an array. */
  static final class Utf8 extends Runs {
    private final byte[] utf8;
    private final int from;
    private final int to;

    Utf8(byte[] utf8, int from, int to) {
      this.utf8 = utf8;
      this.from = from;
      this.to = to;
    }

    @Override
    TextFacts read() {
      return TextFacts.of(utf8, from, to);
    }

    /** There are at least as many bytes as UTF-16 units. */
    @Override
    boolean hasRun(RegexFacts pattern) {
      int run = 0;
      for (int i = from; i < to && run < pattern.minLength(); i++) {
        run = pattern.alphabet().contains((char) (utf8[i] & 0xff)) ? run + 1 : 0;
      }
      return run >= pattern.minLength();
    }
  }

  /** A whole text. */
  static final class Text extends Runs {
    private final String text;

    Text(String text) {
      this.text = text;
    }

    @Override
    TextFacts read() {
      return TextFacts.of(text);
    }

    @Override
    boolean hasRun(RegexFacts pattern) {
      int run = 0;
      for (int i = 0; i < text.length() && run < pattern.minLength(); i++) {
        run = pattern.alphabet().contains(text.charAt(i)) ? run + 1 : 0;
      }
      return run >= pattern.minLength();
    }
  }
}
