package dev.sluice.dlp.scan;

import dev.sluice.dlp.scan.Regex.Look;
import java.util.ArrayList;
import java.util.List;

/**
 * Many patterns as one non-deterministic automaton (Thompson's construction). Each pattern is
 * relaxed so that it can only match more: long counted repeats lose their upper end, characters
 * beyond ASCII are known only in bulk, line ends are anywhere. Immutable.
 */
final class Program {

  /** What a step does. */
  enum Op {
    CHARS,
    SPLIT,
    LOOK,
    MATCH
  }

  /**
   * One step.
   *
   * @param set the characters a {@code CHARS} step takes
   * @param look the condition of a {@code LOOK} step
   * @param pattern which pattern a {@code MATCH} step belongs to
   * @param out the next step
   * @param other the other next step of a {@code SPLIT}
   */
  record Step(Op op, CharSet set, Look look, int pattern, int out, int other) {}

  private final Step[] steps;
  private final int[] starts;
  private final boolean anchored;

  private Program(List<Step> steps, int[] starts, boolean anchored) {
    this.steps = steps.toArray(new Step[0]);
    this.starts = starts;
    this.anchored = anchored;
  }

  /** A match may begin anywhere. */
  static Program of(List<Regex> patterns) {
    return of(patterns, false);
  }

  /** All matches begin at the begin of the text. */
  static Program anchored(List<Regex> patterns) {
    return of(patterns, true);
  }

  private static Program of(List<Regex> patterns, boolean anchored) {
    Builder builder = new Builder();
    int[] starts = new int[patterns.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = builder.add(patterns.get(i), builder.match(i));
    }
    return new Program(builder.steps, starts, anchored);
  }

  boolean isAnchored() {
    return anchored;
  }

  int size() {
    return steps.length;
  }

  Step step(int index) {
    return steps[index];
  }

  int[] starts() {
    return starts.clone();
  }

  /** Builds from the end: each part is given what follows it. */
  private static final class Builder {

    /** Copies of a repeated part; digits are kept apart from longer numbers up to there. */
    private static final int MOST_COPIES = 6;

    private static final int MOST_DIGITS = 20;

    private final List<Step> steps = new ArrayList<>();

    int match(int pattern) {
      return put(new Step(Op.MATCH, CharSet.NONE, Look.LINE, pattern, -1, -1));
    }

    /** Adds what matches the regex and then goes on at {@code next}; returns where it begins. */
    int add(Regex regex, int next) {
      return regex.visit(
          new Regex.Visitor<Integer>() {
            @Override
            public Integer chars(CharSet set) {
              return Builder.this.chars(set, next);
            }

            @Override
            public Integer sequence(List<Regex> parts) {
              return Builder.this.sequence(parts, next);
            }

            @Override
            public Integer choice(List<Regex> options) {
              return Builder.this.choice(options, next);
            }

            @Override
            public Integer repeat(Regex.Repeat repeat) {
              return Builder.this.repeat(repeat, next);
            }

            @Override
            public Integer group(Regex.Group group) {
              return add(group.of(), next);
            }

            @Override
            public Integer look(Look look) {
              return look == Look.LINE
                  ? next
                  : put(new Step(Op.LOOK, CharSet.NONE, look, -1, next, -1));
            }
          });
    }

    /** A character beyond ASCII may be two units. */
    private int chars(CharSet set, int next) {
      int one = one(set, next);
      if (!set.others()) {
        return one;
      }
      CharSet unit = CharSet.of(128);
      return split(one, one(unit, one(unit, next)));
    }

    private int one(CharSet set, int next) {
      return put(new Step(Op.CHARS, set, Look.LINE, -1, next, -1));
    }

    private int sequence(List<Regex> parts, int next) {
      int at = next;
      for (int i = parts.size() - 1; i >= 0; i--) {
        at = add(parts.get(i), at);
      }
      return at;
    }

    private int choice(List<Regex> options, int next) {
      int at = add(options.get(options.size() - 1), next);
      for (int i = options.size() - 2; i >= 0; i--) {
        at = split(add(options.get(i), next), at);
      }
      return at;
    }

    private int repeat(Regex.Repeat repeat, int next) {
      int most = isDigits(repeat.of()) ? MOST_DIGITS : MOST_COPIES;
      int min = Math.min(repeat.min(), most);
      boolean bounded = repeat.max() >= 0 && repeat.max() <= most;
      int at = bounded ? optional(repeat.of(), repeat.max() - min, next) : loop(repeat.of(), next);
      for (int i = 0; i < min; i++) {
        at = add(repeat.of(), at);
      }
      return at;
    }

    private int optional(Regex part, int times, int next) {
      int at = next;
      for (int i = 0; i < times; i++) {
        at = split(add(part, at), next);
      }
      return at;
    }

    private int loop(Regex part, int next) {
      int again = put(new Step(Op.SPLIT, CharSet.NONE, Look.LINE, -1, -1, next));
      int body = add(part, again);
      steps.set(again, new Step(Op.SPLIT, CharSet.NONE, Look.LINE, -1, body, next));
      return again;
    }

    private static boolean isDigits(Regex part) {
      return part instanceof Regex.Chars chars && chars.set().isOnlyDigits();
    }

    private int split(int first, int second) {
      return put(new Step(Op.SPLIT, CharSet.NONE, Look.LINE, -1, first, second));
    }

    private int put(Step step) {
      steps.add(step);
      return steps.size() - 1;
    }
  }
}
