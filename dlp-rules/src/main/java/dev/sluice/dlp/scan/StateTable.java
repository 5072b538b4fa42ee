package dev.sluice.dlp.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The states met so far, by numbers from 1, and where each character class leads from them. A state
 * is a set of steps of the program, what stood in front, and the patterns that matched on the way
 * into it. Readers take no lock: an entry is published after what it leads to; making one takes the
 * table's lock.
 */
final class StateTable {

  /** So many states of at most 128 classes are 8 MB; real traffic needs some 7,000. */
  static final int MOST_STATES = Short.MAX_VALUE;

  /** The state before the first character. */
  static final int START = 1;

  /** Not yet made. */
  static final int UNKNOWN = 0;

  /** There is no room for another state. */
  static final int FULL = Integer.MIN_VALUE;

  private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(short[].class);
  private static final int[] NONE = {};

  private final Closure closure;
  private final CharClasses classes;

  /** Rows have a length of a power of two. */
  private final int shift;

  private final Map<State, Integer> numbers = new HashMap<>();
  private final List<State> states = new ArrayList<>();
  private volatile int[] @Nullable [] hits = new int[16][];
  private volatile short[] entries;

  /** A state's content; {@code before} is a set of {@link Closure} flags. */
  private static final class State {
    private final int[] steps;
    private final int before;
    private final int[] hits;
    private final int hash;

    State(int[] steps, int before, int[] hits) {
      this.steps = steps;
      this.before = before;
      this.hits = hits;
      this.hash = (Arrays.hashCode(steps) * 31 + Arrays.hashCode(hits)) * 31 + before;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof State state
          && state.hash == hash
          && state.before == before
          && Arrays.equals(state.steps, steps)
          && Arrays.equals(state.hits, hits);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** What the patterns are called outside, by their numbers in the program. */
  private final int[] names;

  /**
   * @param names what {@link #hits} calls the patterns of the program, by their numbers there
   */
  StateTable(Program program, CharClasses classes, int[] names) {
    this.names = names;
    this.classes = classes;
    this.closure = new Closure(program, classes);
    this.shift = Integer.SIZE - Integer.numberOfLeadingZeros(classes.count() - 1);
    this.entries = new short[16 << shift];
    states.add(new State(NONE, -1, NONE)); // number 0 is no state
    number(new State(NONE, Closure.AT_BEGIN, NONE));
  }

  /**
   * The entries as they are now: that of a state and class stands at {@code (state << shift) +
   * class} and is {@link #UNKNOWN}, or what {@link #make} answers. They may grow; an entry never
   * leads behind the array it stands in.
   */
  short[] entries() {
    return entries;
  }

  int shift() {
    return shift;
  }

  /** Where the class leads from a state, as far as that is known. */
  int next(int state, int unit) {
    return entries[(state << shift) + unit];
  }

  /**
   * Where the class leads from a state, made if needed: another state, negative if patterns matched
   * on the way into it; {@link #FULL} if there is no room.
   */
  synchronized int make(int state, int unit) {
    int index = (state << shift) + unit;
    int known = (short) ENTRY.getAcquire(entries, index);
    if (known != UNKNOWN) {
      return known;
    }
    if (states.size() > MOST_STATES) {
      return FULL;
    }
    int entry = unit == classes.tail() ? state : made(states.get(state), unit);
    ENTRY.setRelease(entries, index, (short) entry);
    return entry;
  }

  private int made(State from, int unit) {
    Closure.Result result = closure.step(from.steps, from.before, unit);
    int before = classes.isWord(unit) ? Closure.AFTER_WORD : 0;
    int to = number(new State(result.steps(), before, result.hits()));
    return result.hits().length == 0 ? to : -to;
  }

  /** The number here of a state of another table. */
  synchronized int adopt(StateTable other, int number) {
    return number(other.state(number));
  }

  private synchronized State state(int number) {
    return states.get(number);
  }

  /** The patterns that matched on the way into the state; always the same array for it. */
  int[] hits(int number) {
    int[] @Nullable [] table = hits;
    int[] known = number < table.length ? table[number] : null;
    return known == null ? hitsOf(number) : known;
  }

  private synchronized int[] hitsOf(int number) {
    return Objects.requireNonNull(hits[number]);
  }

  synchronized int size() {
    return states.size() - 1;
  }

  private int number(State state) {
    Integer known = numbers.get(state);
    if (known != null) {
      return known;
    }
    int number = states.size();
    states.add(state);
    numbers.put(state, number);
    if (number == hits.length) {
      hits = Arrays.copyOf(hits, number * 2);
    }
    hits[number] = Arrays.stream(state.hits).map(h -> names[h]).toArray();
    if (number + 1 << shift > entries.length) {
      entries = Arrays.copyOf(entries, entries.length * 2);
    }
    return number;
  }
}
