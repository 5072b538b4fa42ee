package dev.sluice.dlp.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The states met so far and where each character class leads from them. A state is a set of steps
 * of the program, what stood in front, and the patterns that matched on the way into it. Readers
 * take no lock: an entry is published after what it leads to; making one takes the table's lock.
 */
final class StateTable {

  /** 32,768 states of about 100 classes are 13 MB; real traffic needs some 7,000. */
  static final int MOST_STATES = 32_768;

  /** Not yet made. */
  static final int UNKNOWN = 0;

  /** The state before the first character. */
  static final int START = 1;

  /** There is no room for another state. */
  static final int FULL = Integer.MIN_VALUE;

  private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(int[].class);
  private static final int[] NONE = {};

  private final Closure closure;
  private final CharClasses classes;
  private final int width;
  private final Map<State, Integer> numbers = new HashMap<>();
  private final List<State> states = new ArrayList<>();
  private final Map<Integer, int[]> hits = new ConcurrentHashMap<>();
  private volatile int[] entries;

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

  StateTable(Program program, CharClasses classes) {
    this.classes = classes;
    this.closure = new Closure(program, classes);
    this.width = classes.count();
    this.entries = new int[16 * width];
    states.add(new State(NONE, -1, NONE)); // number 0 is no state
    number(new State(NONE, Closure.AT_BEGIN, NONE));
  }

  /** The entries as they are now; they may grow, then {@link #make} leads on. */
  int[] entries() {
    return entries;
  }

  /** Where the class leads: a state, the negative of one with hits, or {@link #UNKNOWN}. */
  static int next(int[] entries, int at) {
    return at < entries.length ? (int) ENTRY.getAcquire(entries, at) : UNKNOWN;
  }

  int width() {
    return width;
  }

  /** As {@link #next}, made if needed; {@link #FULL} if there is no room. */
  synchronized int make(int state, int unit) {
    int known = next(entries, state * width + unit);
    if (known != UNKNOWN) {
      return known;
    }
    if (states.size() >= MOST_STATES) {
      return FULL;
    }
    int entry = unit == classes.tail() ? state : made(states.get(state), unit);
    ENTRY.setRelease(entries, state * width + unit, entry);
    return entry;
  }

  private int made(State from, int unit) {
    Closure.Result result = closure.step(from.steps, from.before, unit);
    int before = classes.isWord(unit) ? Closure.AFTER_WORD : 0;
    int to = number(new State(result.steps(), before, result.hits()));
    return result.hits().length == 0 ? to : -to;
  }

  /** The number of another table's state in this one. */
  synchronized int adopt(StateTable other, int state) {
    return number(other.state(state));
  }

  private synchronized State state(int number) {
    return states.get(number);
  }

  /** Whether nothing can match any more behind that state, however the text goes on. */
  boolean isDead(int state) {
    return state(state).steps.length == 0;
  }

  /** Marks the patterns that matched on the way into the state, in front of the index. */
  void markHits(int state, BitSet found, @Nullable Spots spots, int at) {
    for (int pattern : Objects.requireNonNull(hits.get(state))) {
      found.set(pattern);
      if (spots != null) {
        spots.addEnd(pattern, at);
      }
    }
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
    if (state.hits.length > 0) {
      hits.put(number, state.hits);
    }
    if ((number + 1) * width > entries.length) {
      entries = Arrays.copyOf(entries, entries.length * 2);
    }
    return number;
  }
}
