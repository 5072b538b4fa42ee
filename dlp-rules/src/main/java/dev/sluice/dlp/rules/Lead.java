package dev.sluice.dlp.rules;

import java.util.List;

/**
 * What must stand before a match, since RE2 has no lookbehind. The text before a value begins with
 * the names above it, written {@code parent.name="}, so that a field and a line of code read alike.
 * Immutable.
 *
 * @param within how many characters before the match are looked at, 0 for no condition; one of the
 *     rule's keywords, if it has any, must stand there
 * @param pattern RE2 that must match right up to the match, or empty
 * @param silencers lower-case literals that must not stand there: in what the pattern matched, or
 *     without a pattern anywhere within reach
 */
public record Lead(int within, String pattern, List<String> silencers) {

  /** Nothing is asked for. */
  public static final Lead NONE = new Lead(0, "", List.of());

  /** More would make a match cost more than the match. */
  static final int LONGEST = 120;

  public Lead {
    silencers = List.copyOf(silencers);
  }

  /** Whether anything is asked for. */
  public boolean isNone() {
    return within == 0;
  }
}
