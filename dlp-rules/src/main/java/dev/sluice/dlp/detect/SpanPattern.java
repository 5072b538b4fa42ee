package dev.sluice.dlp.detect;

import com.google.re2j.Pattern;
import dev.sluice.dlp.scan.ExactProgram;
import dev.sluice.dlp.scan.SpanSearch;
import java.util.Optional;

/**
 * A pattern that is searched by its exact program where that is sure to tell what RE2J tells, and
 * by RE2J elsewhere. Immutable and thread-safe.
 */
final class SpanPattern {
  private final Pattern pattern;
  private final Optional<ExactProgram> exact;

  SpanPattern(String regex) {
    this.pattern = Pattern.compile(regex);
    this.exact = ExactProgram.of(regex);
  }

  /** A pattern that only a whole text can match. */
  static SpanPattern ofWhole(String regex) {
    return new SpanPattern("\\A(?:" + regex + ")\\z");
  }

  boolean isIn(String text) {
    return over(text, 0, text.length()).find(0);
  }

  /** A search in a part of a text, seeing nothing outside of it. */
  SpanSearch over(String text, int from, int to) {
    return exact.isPresent() && exact.get().fits(text, from, to)
        ? exact.get().over(text, from, to)
        : naivelyOver(text, from, to);
  }

  /** By RE2J: the reference. */
  SpanSearch naivelyOver(String text, int from, int to) {
    return new Re2Search(pattern.matcher(text.substring(from, to)));
  }
}
