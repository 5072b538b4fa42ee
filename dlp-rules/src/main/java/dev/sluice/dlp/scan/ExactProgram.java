package dev.sluice.dlp.scan;

import dev.sluice.dlp.scan.Regex.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One pattern as steps that lead to exactly the spans RE2 tells, in texts of ASCII. Immutable. */
public final class ExactProgram {
  /** Larger patterns are left to RE2J. */
  private static final int MOST_STEPS = 2_000;

  /** Bits in which a search remembers where it has been: 32 KiB. */
  private static final int MOST_PLACES = 1 << 18;

  private final ExactStep[] steps;
  private final int start;
  private final int groups;
  private final int branches;
  private final CharSet first;
  private final boolean mayBeEmpty;
  private final int longest;

  private ExactProgram(Builder builder, int start, Regex regex) {
    this.steps = builder.steps.toArray(new ExactStep[0]);
    this.start = start;
    this.groups = builder.groups;
    this.branches = builder.branches;
    this.first = FirstChars.of(regex);
    this.mayBeEmpty = FirstChars.mayBeEmpty(regex);
    this.longest = RegexFacts.of(regex).maxLength();
  }

  /** The steps of a pattern; empty where only RE2J knows its spans. */
  public static Optional<ExactProgram> of(String pattern) {
    return Regex.parseExactly(pattern).filter(r -> stepsOf(r) < MOST_STEPS).map(ExactProgram::of);
  }

  private static ExactProgram of(Regex regex) {
    Builder builder = new Builder();
    return new ExactProgram(builder, builder.add(regex, builder.put(ExactStep.MATCH)), regex);
  }

  private static int stepsOf(Regex regex) {
    return regex.visit(new Size());
  }

  /** Whether the text between both indices is one whose spans are told exactly. */
  public boolean fits(String text, int from, int to) {
    if ((Math.min(to - from, longest) + 1L) * branches > MOST_PLACES) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /** A search in a part of a text that {@link #fits}; it sees nothing outside of it. */
  public SpanSearch over(String text, int from, int to) {
    return new Backtracker(this, text, from, to);
  }

  ExactStep step(int index) {
    return steps[index];
  }

  int start() {
    return start;
  }

  int groups() {
    return groups;
  }

  /** How many steps have more than one way on. */
  int branches() {
    return branches;
  }

  /** No match is longer. */
  int longest() {
    return longest;
  }

  /** Whether a match may begin in front of the character. */
  boolean mayBegin(char c) {
    return first.contains(c);
  }

  /** Whether a match may begin at the end of the text. */
  boolean mayBeEmpty() {
    return mayBeEmpty;
  }

  /** How many steps a tree becomes; too many where it repeats what may be empty. */
  private static final class Size implements Regex.Visitor<Integer> {
    @Override
    public Integer chars(CharSet set) {
      return 1;
    }

    @Override
    public Integer sequence(List<Regex> parts) {
      return sum(parts);
    }

    @Override
    public Integer choice(List<Regex> options) {
      return sum(options);
    }

    private int sum(List<Regex> parts) {
      return parts.stream().mapToInt(p -> p.visit(this)).reduce(1, Size::capped);
    }

    @Override
    public Integer repeat(Regex.Repeat repeat) {
      if (repeat.of() instanceof Regex.Chars) {
        return 1;
      }
      if (repeat.max() != 1 && FirstChars.mayBeEmpty(repeat.of())) {
        return MOST_STEPS;
      }
      int copies = Math.max(1, Math.max(repeat.min() + 1, repeat.max()));
      return (int) Math.min(MOST_STEPS, (long) copies * (1 + repeat.of().visit(this)));
    }

    @Override
    public Integer group(Regex.Group group) {
      return capped(2, group.of().visit(this));
    }

    @Override
    public Integer look(Look look) {
      return 1;
    }

    private static int capped(int a, int b) {
      return Math.min(MOST_STEPS, a + b);
    }
  }

  /** Builds from the end: each part is given what follows it. */
  private static final class Builder implements Regex.Visitor<Integer> {
    private final List<ExactStep> steps = new ArrayList<>();
    private int groups;
    private int branches;
    private int following;

    int put(ExactStep step) {
      steps.add(step);
      return steps.size() - 1;
    }

    int add(Regex regex, int next) {
      following = next;
      return regex.visit(this);
    }

    @Override
    public Integer chars(CharSet set) {
      return put(ExactStep.chars(set, following));
    }

    @Override
    public Integer look(Look look) {
      return put(ExactStep.look(look, following));
    }

    @Override
    public Integer sequence(List<Regex> parts) {
      int at = following;
      for (int i = parts.size() - 1; i >= 0; i--) {
        at = add(parts.get(i), at);
      }
      return at;
    }

    @Override
    public Integer choice(List<Regex> options) {
      int next = following;
      int at = add(options.get(options.size() - 1), next);
      for (int i = options.size() - 2; i >= 0; i--) {
        int taken = add(options.get(i), next);
        at = put(ExactStep.split(branches++, taken, at));
      }
      return at;
    }

    @Override
    public Integer group(Regex.Group group) {
      groups = Math.max(groups, group.number());
      int end = put(ExactStep.note(2 * group.number() + 1, following));
      return put(ExactStep.note(2 * group.number(), add(group.of(), end)));
    }

    @Override
    public Integer repeat(Regex.Repeat repeat) {
      if (repeat.of() instanceof Regex.Chars chars) {
        return put(ExactStep.run(chars.set(), repeat, branches++, following));
      }
      int next = following;
      int at = repeat.max() < 0 ? loop(repeat, next) : optional(repeat, next);
      for (int i = 0; i < repeat.min(); i++) {
        at = add(repeat.of(), at);
      }
      return at;
    }

    private int optional(Regex.Repeat repeat, int next) {
      int at = next;
      for (int i = repeat.min(); i < repeat.max(); i++) {
        at = put(split(repeat, branches++, add(repeat.of(), at), next));
      }
      return at;
    }

    private int loop(Regex.Repeat repeat, int next) {
      int number = branches++;
      int again = put(ExactStep.split(number, -1, -1));
      steps.set(again, split(repeat, number, add(repeat.of(), again), next));
      return again;
    }

    private static ExactStep split(Regex.Repeat repeat, int number, int taken, int next) {
      return repeat.lazy()
          ? ExactStep.split(number, next, taken)
          : ExactStep.split(number, taken, next);
    }
  }
}
