package dev.sluice.dlp.scan;

import dev.sluice.dlp.scan.Regex.Look;
import java.util.Arrays;

/**
 * Follows the steps of an {@link ExactProgram}, the preferred way first, and never the same way on
 * from the same place twice: the time is linear in the text. The technique is that of RE2's bit
 * state search (Russ Cox, "Regular Expression Matching in the Wild").
 */
final class Backtracker implements SpanSearch {
  /** A job that takes a note back, instead of a step. */
  private static final int TAKE_BACK = -1;

  private final ExactProgram program;
  private final String text;
  private final int base;
  private final int length;
  private final int[] notes;

  /** How far from its begin a match can reach. */
  private final int reach;

  /** One bit for each branch and place from {@link #origin} on, as far as a match can reach. */
  private final long[] been;

  private int origin;
  private boolean dirty;

  /**
   * Jobs of three numbers: a step to go on at and a place; below {@link #TAKE_BACK} a run and two
   * ends to try from the first to the second; or {@link #TAKE_BACK}, a slot and its former note.
   */
  private int[] jobs = new int[48];

  private int top;

  Backtracker(ExactProgram program, String text, int from, int to) {
    this.program = program;
    this.text = text;
    this.base = from;
    this.length = to - from;
    this.notes = new int[2 * program.groups() + 2];
    this.reach = Math.min(length, program.longest());
    this.been = new long[(program.branches() * (reach + 1) >> 6) + 1];
  }

  @Override
  public boolean find(int from) {
    forget(0);
    for (int at = from; at < length; at++) {
      if (program.mayBegin(charAt(at)) && matches(at)) {
        return true;
      }
    }
    return program.mayBeEmpty() && from <= length && matches(length);
  }

  @Override
  public int groups() {
    return program.groups();
  }

  @Override
  public int start(int group) {
    return notes[2 * group];
  }

  @Override
  public int end(int group) {
    return notes[2 * group + 1];
  }

  private char charAt(int at) {
    return text.charAt(base + at);
  }

  /** Where a match can reach all of the text, what one attempt learned holds for the next. */
  private boolean matches(int start) {
    if (reach < length) {
      forget(start);
    }
    Arrays.fill(notes, -1);
    top = 0;
    int end = follow(program.start(), start);
    while (end < 0 && top > 0) {
      end = next();
    }
    notes[0] = start;
    notes[1] = end;
    return end >= 0;
  }

  private void forget(int from) {
    origin = from;
    if (dirty) {
      Arrays.fill(been, 0);
      dirty = false;
    }
  }

  /** Takes the last job up. */
  private int next() {
    top -= 3;
    int step = jobs[top];
    int first = jobs[top + 1];
    int second = jobs[top + 2];
    if (step == TAKE_BACK) {
      notes[first] = second;
      return -1;
    }
    if (step > TAKE_BACK) {
      return follow(step, first);
    }
    int index = TAKE_BACK - 1 - step;
    ExactStep run = program.step(index);
    pushRest(index, first, second);
    return isKnown(run.number(), first) ? -1 : follow(run.out(), first);
  }

  /** Goes on from a step until a match, whose end is the answer, or until it fails: -1. */
  private int follow(int from, int place) {
    int index = from;
    int at = place;
    while (true) {
      ExactStep step = program.step(index);
      switch (step.op()) {
        case CHARS -> {
          if (at == length || !step.set().contains(charAt(at))) {
            return -1;
          }
          at++;
        }
        case RUN -> {
          int least = at + step.min();
          int most = runEnd(step, at);
          if (most < least) {
            return -1;
          }
          at = step.lazy() ? least : most;
          pushRest(index, at, step.lazy() ? most : least);
          if (isKnown(step.number(), at)) {
            return -1;
          }
        }
        case SPLIT -> {
          if (isKnown(step.number(), at)) {
            return -1;
          }
          push(step.other(), at, 0);
        }
        case LOOK -> {
          if (!holds(step.look(), at)) {
            return -1;
          }
        }
        case NOTE -> {
          push(TAKE_BACK, step.number(), notes[step.number()]);
          notes[step.number()] = at;
        }
        case MATCH -> {
          return at;
        }
      }
      index = step.out();
    }
  }

  private int runEnd(ExactStep step, int from) {
    int last = step.max() < 0 ? length : Math.min(length, from + step.max());
    int end = from;
    while (end < last && step.set().contains(charAt(end))) {
      end++;
    }
    return end;
  }

  /** Notes the other ends of a run: those behind the first, up to the second. */
  private void pushRest(int index, int first, int second) {
    if (first != second) {
      push(TAKE_BACK - 1 - index, first < second ? first + 1 : first - 1, second);
    }
  }

  /** Whether that way on was already followed; now it is. */
  private boolean isKnown(int branch, int at) {
    int bit = branch * (reach + 1) + at - origin;
    dirty = true;
    boolean known = (been[bit >> 6] >>> bit & 1) != 0;
    been[bit >> 6] |= 1L << bit;
    return known;
  }

  private boolean holds(Look look, int at) {
    return switch (look) {
      case BEGIN -> at == 0;
      case END -> at == length;
      case WORD_BOUNDARY -> isWord(at - 1) != isWord(at);
      case NO_WORD_BOUNDARY -> isWord(at - 1) == isWord(at);
      default -> throw new IllegalStateException("not of a pattern: " + look);
    };
  }

  private boolean isWord(int at) {
    return at >= 0 && at < length && CharSet.WORD.contains(charAt(at));
  }

  private void push(int step, int first, int second) {
    if (top == jobs.length) {
      jobs = Arrays.copyOf(jobs, 2 * top);
    }
    jobs[top] = step;
    jobs[top + 1] = first;
    jobs[top + 2] = second;
    top += 3;
  }
}
