package dev.sluice.dlp.eval;

import dev.sluice.dlp.eval.values.Dice;
import dev.sluice.dlp.eval.values.Template;

/**
 * A drawn value with what stands around its sensitive part. Prints nothing of it.
 *
 * @param value the sensitive part
 */
record Sample(String before, String value, String after) {

  static Sample draw(String template, Dice dice) {
    String text = Template.expand(template, dice);
    int open = text.indexOf('«');
    int close = text.indexOf('»');
    return open < 0
        ? new Sample("", text, "")
        : new Sample(
            text.substring(0, open), text.substring(open + 1, close), text.substring(close + 1));
  }

  /** All of it, as a field holds it. */
  String text() {
    return before + value + after;
  }

  @Override
  public String toString() {
    return "[sample]";
  }
}
