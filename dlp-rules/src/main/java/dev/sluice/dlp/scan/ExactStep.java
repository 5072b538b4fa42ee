package dev.sluice.dlp.scan;

import dev.sluice.dlp.scan.Regex.Look;

/**
 * One step of an {@link ExactProgram}.
 *
 * @param op what it does
 * @param set the characters of a {@code CHARS} or {@code RUN} step
 * @param look the condition of a {@code LOOK} step
 * @param min the shortest run of a {@code RUN} step
 * @param max the longest, below zero without bound
 * @param lazy whether short runs are preferred
 * @param number of a {@code SPLIT} or {@code RUN} step among both, from 0; of a {@code NOTE} its
 *     slot
 * @param out the next step
 * @param other the next step of a {@code SPLIT} if that fails
 */
record ExactStep(
    Op op, CharSet set, Look look, int min, int max, boolean lazy, int number, int out, int other) {

  enum Op {
    /** Takes one character of the set. */
    CHARS,
    /** Takes a run of characters of the set. */
    RUN,
    /** Goes on in one of two ways. */
    SPLIT,
    /** Goes on if the condition holds. */
    LOOK,
    /** Notes the place in a slot: where a group begins or ends. */
    NOTE,
    MATCH
  }

  static final ExactStep MATCH =
      new ExactStep(Op.MATCH, CharSet.NONE, Look.LINE, 0, 0, false, 0, -1, -1);

  static ExactStep chars(CharSet set, int out) {
    return new ExactStep(Op.CHARS, set, Look.LINE, 1, 1, false, 0, out, -1);
  }

  static ExactStep run(CharSet set, Regex.Repeat of, int number, int out) {
    return new ExactStep(Op.RUN, set, Look.LINE, of.min(), of.max(), of.lazy(), number, out, -1);
  }

  static ExactStep split(int number, int out, int other) {
    return new ExactStep(Op.SPLIT, CharSet.NONE, Look.LINE, 0, 0, false, number, out, other);
  }

  static ExactStep look(Look look, int out) {
    return new ExactStep(Op.LOOK, CharSet.NONE, look, 0, 0, false, 0, out, -1);
  }

  static ExactStep note(int slot, int out) {
    return new ExactStep(Op.NOTE, CharSet.NONE, Look.LINE, 0, 0, false, slot, out, -1);
  }
}
