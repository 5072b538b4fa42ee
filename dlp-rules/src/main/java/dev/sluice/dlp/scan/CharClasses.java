package dev.sluice.dlp.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Characters that no pattern tells apart share one class, so that tables stay narrow. Class numbers
 * begin at 0; the last one, {@link #end()}, stands for the end of the text. Immutable.
 */
final class CharClasses {
  private static final int ASCII = 128;

  private final byte[] classes = new byte[ASCII + 1];
  private final List<Character> samples = new ArrayList<>();

  CharClasses(Program program) {
    List<CharSet> sets = new ArrayList<>(List.of(CharSet.WORD));
    for (int i = 0; i < program.size(); i++) {
      if (program.step(i).op() == Program.Op.CHARS) {
        sets.add(program.step(i).set());
      }
    }
    List<CharSet> distinct = sets.stream().distinct().toList();
    Map<List<Boolean>, Integer> known = new HashMap<>();
    for (char c = 0; c <= ASCII; c++) {
      char one = c;
      List<Boolean> member = distinct.stream().map(s -> s.contains(one)).toList();
      Integer number = known.get(member);
      if (number == null) {
        number = samples.size();
        known.put(member, number);
        samples.add(c);
      }
      classes[c] = (byte) number.intValue();
    }
  }

  /** The class of a UTF-16 unit. */
  int of(char c) {
    return classes[c < ASCII ? c : ASCII];
  }

  /** The class that stands for the end of the text. */
  int end() {
    return samples.size();
  }

  /** How many there are, the end included. */
  int count() {
    return samples.size() + 1;
  }

  /** A character of the class; not for {@link #end()}. */
  char sample(int number) {
    return samples.get(number);
  }

  /** Whether the class holds ASCII letters, digits or the underscore. */
  boolean isWord(int number) {
    return number < samples.size() && CharSet.WORD.contains(samples.get(number));
  }
}
