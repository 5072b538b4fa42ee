package dev.sluice.dlp.scan;

import dev.sluice.dlp.scan.Regex.Look;
import java.util.ArrayList;
import java.util.List;

/**
 * Says in one pass over a text which of many patterns may match in it, and where such a match may
 * end. It may name one that does not, never miss one that does.
 *
 * <p>The patterns run in three automata side by side, by how their matches begin: joined they would
 * multiply each other's states. Words, which only have to stand somewhere, run in a fourth. States
 * are made when first met and shared by all threads; a full table is thrown away and begun again,
 * so memory is bounded by {@link StateTable#MOST_STATES} states each, and the time is linear in the
 * text: at worst each character makes a new state. Thread-safe.
 */
public final class PatternFilter {
  public static final int LANES = 4;
  private static final int WORDS = 3;
  private static final int MANY_LETTERS = 40;
  private static final Regex UNDERSCORE = new Regex.Chars(CharSet.of('_'));
  private static final Regex CAPITAL = new Regex.Chars(CharSet.range('A', 'Z'));

  /** Stands for every character beyond ASCII: in UTF-8 such a byte begins one. */
  private static final byte BEYOND_ASCII = (byte) 0xff;

  private final Lane[] lanes = new Lane[LANES];

  /** Told of each place where a match of a pattern may end: in front of that index. */
  public interface Hits {
    /**
     * Patterns that may end there.
     *
     * @param patterns their numbers; the same array wherever the same ones end in a row
     * @param lane each pattern is always told of in the same one, below {@link #LANES}
     */
    void patterns(int[] patterns, int lane, int at);

    void word(int word, int at);

    /** Whether each place counts, not only the first of several in a row. */
    default boolean needsAll() {
      return true;
    }

    /** Whether enough is known, so that the rest of the text need not be looked at. */
    default boolean isDone() {
      return false;
    }
  }

  /** One automaton and the numbers its patterns have outside. */
  private static final class Lane {
    private final Program program;
    private final int[] numbers;
    private final CharClasses classes;
    private volatile StateTable table;

    Lane(Program program, int[] numbers) {
      this.program = program;
      this.numbers = numbers;
      this.classes = new CharClasses(program);
      this.table = fresh();
    }

    StateTable fresh() {
      return new StateTable(program, classes, numbers);
    }
  }

  private PatternFilter(List<List<Regex>> patterns, List<List<Integer>> numbers) {
    for (int i = 0; i < LANES; i++) {
      int[] outside = numbers.get(i).stream().mapToInt(n -> n).toArray();
      lanes[i] = new Lane(Program.of(patterns.get(i)), outside);
    }
  }

  /** Collects patterns and words, then builds the filter. */
  public static final class Builder {
    private final List<List<Regex>> patterns = new ArrayList<>();
    private final List<List<Integer>> numbers = new ArrayList<>();

    public Builder() {
      for (int i = 0; i < LANES; i++) {
        patterns.add(new ArrayList<>());
        numbers.add(new ArrayList<>());
      }
    }

    /** A pattern and its number. */
    public void pattern(Regex regex, int number) {
      add(lane(regex), regex, number);
    }

    /** A text in whatever case it stands, also inside of words, and its number. */
    public void part(String text, int number) {
      add(WORDS, new Regex.Sequence(letters(text)), number);
    }

    /**
     * A word or its plural, also one of a name such as {@code cardNumber} or {@code card_number},
     * in whatever case it stands, and its number. Hits may be told two characters late.
     */
    public void word(String word, int number) {
      List<Regex> letters = letters(word);
      List<Regex> capital = new ArrayList<>(letters);
      capital.set(0, new Regex.Chars(CharSet.of(Character.toUpperCase(word.charAt(0)))));
      Regex apart = new Regex.Choice(List.of(Look.NO_WORD_BEFORE, UNDERSCORE));
      Regex begun =
          new Regex.Choice(
              List.of(
                  new Regex.Sequence(List.of(apart, new Regex.Sequence(letters))),
                  new Regex.Sequence(capital)));
      Regex plural =
          new Regex.Repeat(new Regex.Chars(CharSet.of('s').foldCase().ascii()), 0, 1, false);
      Regex end = new Regex.Choice(List.of(Look.NO_WORD_BEHIND, UNDERSCORE, CAPITAL));
      add(WORDS, new Regex.Sequence(List.of(begun, plural, end)), number);
    }

    private static List<Regex> letters(String text) {
      List<Regex> letters = new ArrayList<>(text.length());
      for (char c : text.toCharArray()) {
        CharSet set = CharSet.of(c);
        letters.add(new Regex.Chars(c < 128 ? set.foldCase().ascii() : set));
      }
      return letters;
    }

    private void add(int lane, Regex regex, int number) {
      patterns.get(lane).add(regex);
      numbers.get(lane).add(number);
    }

    /** Numbers, words of almost any letters, and what has a beginning of its own. */
    private static int lane(Regex regex) {
      CharSet first = FirstChars.of(regex);
      int letters = first.and(CharSet.LETTERS).sizeInAscii();
      if (letters >= MANY_LETTERS) {
        return 1;
      }
      return first.and(CharSet.DIGITS).sizeInAscii() > 0 ? 0 : 2;
    }

    public PatternFilter build() {
      return new PatternFilter(patterns, numbers);
    }
  }

  /** The text as {@link #scan} reads it, a byte for each character. */
  public static byte[] units(String text) {
    byte[] units = new byte[text.length()];
    for (int i = 0; i < units.length; i++) {
      char c = text.charAt(i);
      units[i] = c < 128 ? (byte) c : BEYOND_ASCII;
    }
    return units;
  }

  /**
   * Tells of all patterns and words that may stand in the text, by where they end.
   *
   * @param units of the whole text
   */
  public void scan(byte[] units, Hits hits) {
    scan(units, 0, units.length, hits);
  }

  /**
   * The same for text in UTF-8 that begins at {@code from} and ends before {@code to}. Indices that
   * the hits are told are those of the array.
   */
  public void scan(byte[] utf8, int from, int to, Hits hits) {
    StateTable[] tables = {lanes[0].table, lanes[1].table, lanes[2].table, lanes[WORDS].table};
    byte[] classA = lanes[0].classes.ofBytes();
    byte[] classB = lanes[1].classes.ofBytes();
    byte[] classC = lanes[2].classes.ofBytes();
    byte[] classD = lanes[WORDS].classes.ofBytes();
    int shiftA = tables[0].shift();
    int shiftB = tables[1].shift();
    int shiftC = tables[2].shift();
    int shiftD = tables[WORDS].shift();
    short[] a = tables[0].entries();
    short[] b = tables[1].entries();
    short[] c = tables[2].entries();
    short[] d = tables[WORDS].entries();
    int atA = StateTable.START;
    int atB = StateTable.START;
    int atC = StateTable.START;
    int atD = StateTable.START;
    for (int i = from; i < to; i++) {
      int unit = utf8[i] & 0xff;
      int nextA = a[(atA << shiftA) + classA[unit]];
      int nextB = b[(atB << shiftB) + classB[unit]];
      int nextC = c[(atC << shiftC) + classC[unit]];
      int nextD = d[(atD << shiftD) + classD[unit]];
      if (((nextA - 1) | (nextB - 1) | (nextC - 1) | (nextD - 1)) < 0) {
        nextA = nextA > 0 ? nextA : told(0, tables, atA, nextA, classA[unit], i, hits);
        nextB = nextB > 0 ? nextB : told(1, tables, atB, nextB, classB[unit], i, hits);
        nextC = nextC > 0 ? nextC : told(2, tables, atC, nextC, classC[unit], i, hits);
        nextD = nextD > 0 ? nextD : told(WORDS, tables, atD, nextD, classD[unit], i, hits);
        if (hits.isDone()) {
          return;
        }
        a = tables[0].entries();
        b = tables[1].entries();
        c = tables[2].entries();
        d = tables[WORDS].entries();
      }
      atA = nextA;
      atB = nextB;
      atC = nextC;
      atD = nextD;
    }
    end(0, tables, atA, to, hits);
    end(1, tables, atB, to, hits);
    end(2, tables, atC, to, hits);
    end(WORDS, tables, atD, to, hits);
  }

  private void end(int lane, StateTable[] tables, int state, int at, Hits hits) {
    int unit = lanes[lane].classes.end();
    int next = tables[lane].next(state, unit);
    if (next <= 0 && !hits.isDone()) {
      told(lane, tables, state, next, unit, at, hits);
    }
  }

  /** Makes what is unknown, tells of hits, and answers the state to go on from. */
  private int told(
      int number, StateTable[] tables, int state, int entry, int unit, int at, Hits hits) {
    Lane lane = lanes[number];
    int next = entry;
    if (next == StateTable.UNKNOWN) {
      next = tables[number].make(state, unit);
      if (next == StateTable.FULL) {
        StateTable fresh = lane.fresh();
        int here = fresh.adopt(tables[number], state);
        lane.table = fresh;
        tables[number] = fresh;
        next = fresh.make(here, unit);
      }
    }
    if (next > 0) {
      return next;
    }
    if (-next == state && !hits.needsAll()) {
      return state; // the same patterns as in front of the last character
    }
    int[] here = tables[number].hits(-next);
    if (number == WORDS) {
      for (int word : here) {
        hits.word(word, at);
      }
    } else {
      hits.patterns(here, number, at);
    }
    return -next;
  }

  /** States made since the tables were last begun. */
  public int states() {
    int sum = 0;
    for (Lane lane : lanes) {
      sum += lane.table.size();
    }
    return sum;
  }
}
