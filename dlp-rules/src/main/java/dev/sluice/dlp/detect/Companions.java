package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.ForeignTerms.Companion;
import dev.sluice.dlp.rules.Rule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Drops matches whose companions are missing, and those that are only companions. */
final class Companions {
  private final int[] lineStarts;
  private final Map<String, Places> places = new HashMap<>();

  private Companions(String text, List<Candidate> found) {
    this.lineStarts = lineStarts(text);
    for (Candidate c : found) {
      int line = line(c.start());
      places
          .computeIfAbsent(c.rule().id(), id -> new Places(new TreeSet<>(), new TreeSet<>()))
          .add(line, c.start() - lineStarts[line]);
    }
  }

  /** Whether the rule's matches cannot be judged alone. */
  static boolean concern(Rule rule) {
    return !rule.foreign().companions().isEmpty() || !rule.foreign().reported();
  }

  /** What is left when all matches of one text are known. */
  static List<Candidate> reported(String text, List<Candidate> found) {
    if (found.stream().noneMatch(c -> concern(c.rule()))) {
      return found;
    }
    Companions companions = new Companions(text, found);
    return found.stream()
        .filter(c -> c.rule().foreign().reported())
        .filter(c -> c.rule().foreign().companions().stream().allMatch(w -> companions.near(c, w)))
        .toList();
  }

  private boolean near(Candidate primary, Companion wanted) {
    Places others = places.get(wanted.ruleId());
    if (others == null) {
      return false;
    }
    int line = line(primary.start());
    int column = primary.start() - lineStarts[line];
    int lines = wanted.withinLines() < 0 ? lineStarts.length : wanted.withinLines();
    if (wanted.withinColumns() < 0) {
      return others.anyIn(Math.max(0, line - lines), line + lines);
    }
    if (wanted.withinLines() < 0) {
      return others.anyInColumns(column, wanted.withinColumns());
    }
    for (int l = Math.max(0, line - lines); l <= Math.min(lineStarts.length, line + lines); l++) {
      if (others.anyInLine(l, column, wanted.withinColumns())) {
        return true;
      }
    }
    return false;
  }

  private int line(int at) {
    int found = Arrays.binarySearch(lineStarts, at);
    return found >= 0 ? found : -found - 2;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
    int line = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      starts[++line] = at + 1;
    }
    return starts;
  }

  /** Where one rule matched, sorted by line and column, and by column alone. */
  private record Places(NavigableSet<Long> byLine, NavigableSet<Integer> columns) {

    void add(int line, int column) {
      byLine.add(at(line, column));
      columns.add(column);
    }

    boolean anyIn(int firstLine, int lastLine) {
      Long next = byLine.ceiling(at(firstLine, 0));
      return next != null && next < at(lastLine + 1, 0);
    }

    boolean anyInColumns(int column, int within) {
      Integer next = columns.ceiling(column - within);
      return next != null && next <= column + within;
    }

    boolean anyInLine(int line, int column, int within) {
      Long next = byLine.ceiling(at(line, Math.max(0, column - within)));
      return next != null && next <= at(line, column + within);
    }

    private static long at(int line, int column) {
      return ((long) line << 32) + column;
    }
  }
}
