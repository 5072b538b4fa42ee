package dev.sluice.dlp.scan;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says in one pass over a text which of many patterns may match in it. It may name one that does
 * not, never miss one that does. States are made when first met and shared by all threads; a full
 * table is thrown away and begun again, so memory is bounded by {@link StateTable#MOST_STATES}
 * states, and the time is linear in the text: at worst each character makes a new state.
 * Thread-safe.
 */
public final class PatternFilter {
  private final Program program;
  private final CharClasses classes;
  private volatile StateTable current;

  private PatternFilter(Program program) {
    this.program = program;
    this.classes = new CharClasses(List.of(program));
    this.current = new StateTable(program, classes);
  }

  /** A filter of these patterns; their numbers are their places in the list. */
  public static PatternFilter of(List<Regex> patterns) {
    return new PatternFilter(Program.of(patterns));
  }

  /**
   * Sets the bit of each pattern that may match in the text.
   *
   * @param spots also told where matches may end, if there is one
   */
  public void mark(CharSequence text, BitSet found, @Nullable Spots spots) {
    StateTable table = current;
    int[] entries = table.entries();
    int width = table.width();
    int state = StateTable.START;
    int marked = 0;
    int length = text.length();
    for (int i = 0; i <= length; i++) {
      int unit = i == length ? classes.end() : classes.of(text.charAt(i));
      int next = StateTable.next(entries, state * width + unit);
      if (next == StateTable.UNKNOWN) {
        next = table.make(state, unit);
        if (next == StateTable.FULL) {
          StateTable fresh = new StateTable(program, classes);
          state = fresh.adopt(table, state);
          current = fresh;
          table = fresh;
          next = table.make(state, unit);
          marked = 0;
        }
        entries = table.entries();
      }
      if (next < 0) {
        next = -next;
        if (next != marked || spots != null) {
          table.markHits(next, found, spots, i);
          marked = next;
        }
      }
      state = next;
    }
  }

  /** States made since the table was last begun. */
  public int states() {
    return current.size();
  }
}
