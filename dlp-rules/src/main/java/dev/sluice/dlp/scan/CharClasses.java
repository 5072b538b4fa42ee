package dev.sluice.dlp.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Characters that a program does not tell apart share one class, so that tables stay narrow. Class
 * numbers begin at 0; {@link #end()} stands for the end of the text, and {@link #tail()} for the
 * bytes behind the first of a character in UTF-8, which change nothing. Immutable.
 */
final class CharClasses {
  private static final int ASCII = 128;

  /** By byte, in UTF-8. */
  private final byte[] classes = new byte[256];

  private final char[] samples;

  /** Classes that the program need not tell apart. */
  CharClasses(Program program) {
    Set<CharSet> sets = new LinkedHashSet<>(List.of(CharSet.WORD));
    for (int i = 0; i < program.size(); i++) {
      if (program.step(i).op() == Program.Op.CHARS) {
        sets.add(program.step(i).set());
      }
    }
    List<CharSet> distinct = List.copyOf(sets);
    Map<List<Boolean>, Integer> known = new HashMap<>();
    StringBuilder found = new StringBuilder();
    for (char c = 0; c <= ASCII; c++) {
      List<Boolean> member = new ArrayList<>(distinct.size());
      for (CharSet set : distinct) {
        member.add(set.contains(c));
      }
      Integer number = known.putIfAbsent(member, found.length());
      if (number == null) {
        number = found.length();
        found.append(c);
      }
      classes[c] = (byte) number.intValue();
    }
    this.samples = found.toString().toCharArray();
    byte others = classes[ASCII];
    for (int b = ASCII; b < 256; b++) {
      classes[b] = b < 0xc0 ? (byte) tail() : others;
    }
  }

  /** The classes of all bytes, for text in UTF-8; none is below 0. Not to be changed. */
  byte[] ofBytes() {
    return classes;
  }

  /** The class that stands for the end of the text. */
  int end() {
    return samples.length;
  }

  /** The class of bytes that change nothing. */
  int tail() {
    return samples.length + 1;
  }

  /** How many there are, those without characters included. */
  int count() {
    return samples.length + 2;
  }

  /** Which classes a set holds, by class number. */
  boolean[] in(CharSet set) {
    boolean[] member = new boolean[count()];
    for (int i = 0; i < samples.length; i++) {
      member[i] = set.contains(samples[i]);
    }
    return member;
  }

  /** Whether the class holds ASCII letters, digits or the underscore. */
  boolean isWord(int number) {
    return number < samples.length && CharSet.WORD.contains(samples[number]);
  }
}
