package dev.sluice.dlp.scan;

import dev.sluice.dlp.scan.Regex.Look;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows a program by one character: conditions are judged when both neighbours are known. A new
 * attempt at every pattern begins at every character. Not thread-safe.
 */
final class Closure {
  static final int AT_BEGIN = 1;
  static final int AFTER_WORD = 2;

  private final Program program;
  private final CharClasses classes;
  private final int[] starts;
  private final int[] seen;
  private final int[] stack;
  private final Map<Integer, Result> fresh = new HashMap<>();
  private int round;

  /**
   * Where a character leads.
   *
   * @param steps sorted steps that wait for the next character
   * @param hits patterns whose match ended in front of the character, sorted
   */
  record Result(List<Integer> steps, List<Integer> hits) {}

  Closure(Program program, CharClasses classes) {
    this.program = program;
    this.classes = classes;
    this.starts = program.starts();
    this.seen = new int[program.size()];
    this.stack = new int[program.size() * 2 + 2];
  }

  /** From those steps, and from a new attempt, over one character class. */
  Result step(List<Integer> waiting, int before, int unit) {
    Result begun =
        fresh.computeIfAbsent(
            before * classes.count() + unit, key -> advance(asSet(starts), before, unit));
    if (waiting.isEmpty()) {
      return begun;
    }
    BitSet from = new BitSet();
    waiting.forEach(from::set);
    Result continued = advance(from, before, unit);
    return new Result(
        union(begun.steps(), continued.steps()), union(begun.hits(), continued.hits()));
  }

  private Result advance(BitSet from, int before, int unit) {
    round++;
    BitSet to = new BitSet();
    BitSet hits = new BitSet();
    for (int step = from.nextSetBit(0); step >= 0; step = from.nextSetBit(step + 1)) {
      follow(step, before, unit, to, hits);
    }
    return new Result(list(to), list(hits));
  }

  private void follow(int first, int before, int unit, BitSet to, BitSet hits) {
    int depth = 0;
    stack[depth++] = first;
    while (depth > 0) {
      int at = stack[--depth];
      if (seen[at] == round) {
        continue;
      }
      seen[at] = round;
      Program.Step step = program.step(at);
      switch (step.op()) {
        case MATCH -> hits.set(step.pattern());
        case CHARS -> {
          if (unit != classes.end() && step.set().contains(classes.sample(unit))) {
            to.set(step.out());
          }
        }
        case LOOK -> {
          if (holds(step.look(), before, unit)) {
            stack[depth++] = step.out();
          }
        }
        case SPLIT -> {
          stack[depth++] = step.other();
          stack[depth++] = step.out();
        }
      }
    }
  }

  private boolean holds(Look look, int before, int unit) {
    boolean wordBefore = (before & AFTER_WORD) != 0;
    boolean wordBehind = classes.isWord(unit);
    return switch (look) {
      case BEGIN -> (before & AT_BEGIN) != 0;
      case END -> unit == classes.end();
      case LINE -> true;
      case WORD_BOUNDARY -> wordBefore != wordBehind;
      case NO_WORD_BOUNDARY -> wordBefore == wordBehind;
      case NO_WORD_BEFORE -> !wordBefore;
      case NO_WORD_BEHIND -> !wordBehind;
    };
  }

  private static BitSet asSet(int[] steps) {
    BitSet set = new BitSet();
    Arrays.stream(steps).forEach(set::set);
    return set;
  }

  private static List<Integer> union(List<Integer> a, List<Integer> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    BitSet set = new BitSet();
    a.forEach(set::set);
    b.forEach(set::set);
    return list(set);
  }

  private static List<Integer> list(BitSet set) {
    return set.stream().boxed().toList();
  }
}
