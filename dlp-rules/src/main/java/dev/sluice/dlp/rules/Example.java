package dev.sluice.dlp.rules;

import dev.sluice.dlp.detect.ValueContext;
import java.util.List;

/**
 * A text a rule must, or must not, match.
 *
 * @param text the text, marks removed and generators expanded
 * @param context where the text stands
 * @param expected the spans that must be found; none for an example that must not match
 * @param minScore the score each found span must reach
 * @param line line of the example in its file, from 1
 */
public record Example(
    String text, ValueContext context, List<Span> expected, double minScore, int line) {

  public Example {
    expected = List.copyOf(expected);
  }

  /** Whether the rule must find something here. */
  public boolean mustMatch() {
    return !expected.isEmpty();
  }

  /** UTF-16 indices, half-open. */
  public record Span(int start, int end) {}
}
