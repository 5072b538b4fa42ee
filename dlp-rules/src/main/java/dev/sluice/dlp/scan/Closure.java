package dev.sluice.dlp.scan;

import dev.sluice.dlp.scan.Regex.Look;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Follows a program by one character: conditions are judged when both neighbours are known. Unless
 * the program is anchored, a new attempt at every pattern begins at every character. Not
 * thread-safe.
 */
final class Closure {
  static final int AT_BEGIN = 1;
  static final int AFTER_WORD = 2;
  private static final int CONTEXTS = 4;

  private final Program program;
  private final CharClasses classes;
  private final int[] starts;
  private final boolean[] @Nullable [] takes;
  private final @Nullable Result[] fresh;
  private final int[] visited;
  private final int[] stack;
  private final Marks to;
  private final Marks hits;
  private int round;

  /**
   * Where a character leads.
   *
   * @param steps sorted steps that wait for the next character
   * @param hits patterns whose match ended in front of the character, sorted
   */
  record Result(int[] steps, int[] hits) {}

  Closure(Program program, CharClasses classes) {
    this.program = program;
    this.classes = classes;
    this.starts = program.starts();
    this.takes = new boolean[program.size()][];
    for (int i = 0; i < program.size(); i++) {
      if (program.step(i).op() == Program.Op.CHARS) {
        takes[i] = classes.in(program.step(i).set());
      }
    }
    this.fresh = new Result[CONTEXTS * classes.count()];
    this.visited = new int[program.size()];
    this.stack = new int[program.size() * 2 + 2];
    this.to = new Marks(program.size());
    this.hits = new Marks(starts.length);
  }

  /** From those steps, and from new attempts, over one character class. */
  Result step(int[] waiting, int before, int unit) {
    if (program.isAnchored() && (before & AT_BEGIN) == 0) {
      return advance(waiting, before, unit);
    }
    int key = before * classes.count() + unit;
    Result begun = fresh[key];
    if (begun == null) {
      begun = advance(starts, before, unit);
      fresh[key] = begun;
    }
    if (waiting.length == 0) {
      return begun;
    }
    begin();
    to.addAll(begun.steps());
    hits.addAll(begun.hits());
    return end(waiting, before, unit);
  }

  private Result advance(int[] from, int before, int unit) {
    begin();
    return end(from, before, unit);
  }

  private void begin() {
    round++;
    to.clear();
    hits.clear();
  }

  private Result end(int[] from, int before, int unit) {
    for (int step : from) {
      follow(step, before, unit);
    }
    return new Result(to.sorted(), hits.sorted());
  }

  private void follow(int first, int before, int unit) {
    int depth = 0;
    stack[depth++] = first;
    while (depth > 0) {
      int at = stack[--depth];
      if (visited[at] == round) {
        continue;
      }
      visited[at] = round;
      Program.Step step = program.step(at);
      switch (step.op()) {
        case MATCH -> hits.add(step.pattern());
        case CHARS -> {
          boolean[] taken = takes[at];
          if (taken != null && taken[unit]) {
            to.add(step.out());
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

  /** A set of small numbers that is cheap to empty. */
  private static final class Marks {
    private final int[] rounds;
    private final int[] members;
    private int size;
    private int round;

    Marks(int most) {
      this.rounds = new int[most];
      this.members = new int[most];
    }

    void clear() {
      round++;
      size = 0;
    }

    void add(int member) {
      if (rounds[member] != round) {
        rounds[member] = round;
        members[size++] = member;
      }
    }

    void addAll(int[] more) {
      for (int member : more) {
        add(member);
      }
    }

    int[] sorted() {
      int[] all = Arrays.copyOf(members, size);
      Arrays.sort(all);
      return all;
    }
  }
}
