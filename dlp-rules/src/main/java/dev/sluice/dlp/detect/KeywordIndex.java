package dev.sluice.dlp.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * All keywords of all rules in one Aho-Corasick automaton, folded to lower case: one pass over a
 * text says which rules' keywords it holds. Immutable after {@link Builder#build()}.
 */
final class KeywordIndex {

  private static final int[] NO_RULES = {};

  private final byte[] columns;
  private final int columnCount;
  private final int[] next;
  private final int[][] found;

  private KeywordIndex(byte[] columns, int columnCount, int[] next, int[][] found) {
    this.columns = columns;
    this.columnCount = columnCount;
    this.next = next;
    this.found = found;
  }

  /** Sets the bit of each rule one of whose keywords stands in the text. */
  void mark(CharSequence text, BitSet rules) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = next[state * columnCount + columns[fold(text.charAt(i))]];
      for (int rule : found[state]) {
        rules.set(rule);
      }
    }
  }

  /** ASCII in lower case; 0 for everything that is not ASCII. */
  static int fold(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c + ('a' - 'A');
    }
    return c < 128 ? c : 0;
  }

  /** The text with its ASCII letters in lower case. */
  static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      folded.append(c < 128 ? (char) fold(c) : c);
    }
    return folded.toString();
  }

  /** Collects keywords, then builds the automaton. */
  static final class Builder {
    private final List<int[]> children = new ArrayList<>();
    private final List<BitSet> outputs = new ArrayList<>();
    private final byte[] columns = new byte[128];
    private int columnCount = 1; // column 0: characters of no keyword

    Builder() {
      newState();
    }

    void add(String keyword, int rule) {
      int state = 0;
      for (int i = 0; i < keyword.length(); i++) {
        int c = fold(keyword.charAt(i));
        if (columns[c] == 0) {
          columns[c] = (byte) columnCount++;
        }
        int child = children.get(state)[c];
        if (child == 0) {
          child = newState();
          children.get(state)[c] = child;
        }
        state = child;
      }
      outputs.get(state).set(rule);
    }

    private int newState() {
      children.add(new int[128]);
      outputs.add(new BitSet());
      return children.size() - 1;
    }

    KeywordIndex build() {
      int[] next = new int[children.size() * columnCount];
      int[] fail = new int[children.size()];
      ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
      while (!queue.isEmpty()) {
        complete(queue.remove(), next, fail, queue);
      }
      int[][] found = new int[children.size()][];
      Arrays.setAll(found, s -> outputs.get(s).isEmpty() ? NO_RULES : bits(outputs.get(s)));
      return new KeywordIndex(columns.clone(), columnCount, next, found);
    }

    private void complete(int state, int[] next, int[] fail, ArrayDeque<Integer> queue) {
      outputs.get(state).or(outputs.get(fail[state]));
      for (int c = 0; c < 128; c++) {
        int column = columns[c];
        if (column == 0) {
          continue;
        }
        int child = children.get(state)[c];
        int fallback = state == 0 ? 0 : next[fail[state] * columnCount + column];
        next[state * columnCount + column] = child == 0 ? fallback : child;
        if (child != 0) {
          fail[child] = fallback;
          queue.add(child);
        }
      }
    }

    private static int[] bits(BitSet set) {
      return set.stream().toArray();
    }
  }
}
