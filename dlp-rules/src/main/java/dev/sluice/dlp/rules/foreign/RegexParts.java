package dev.sluice.dlp.rules.foreign;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the groups of a regular expression begin and end, escapes and classes skipped. Knows the
 * syntax of Perl, Python and Go as far as brackets go.
 *
 * @param groups in the order they open
 * @param topLevelChoice whether a {@code |} stands outside all groups
 * @param backreference whether {@code \1} to {@code \9} or {@code (?P=} occurs
 * @param possessive whether a quantifier is followed by {@code +}
 */
record RegexParts(
    List<Group> groups, boolean topLevelChoice, boolean backreference, boolean possessive) {

  /**
   * One bracket.
   *
   * @param open index of its {@code (}
   * @param head from its {@code (} to where its body begins: {@code (}, {@code (?:}, {@code (?<!}
   * @param close index of its {@code )}; the length of the regex if it never closes
   */
  record Group(int open, String head, int close, int depth) {
    boolean captures() {
      return head.equals("(") || head.startsWith("(?P<") || head.matches("\\(\\?<[A-Za-z_].*");
    }

    boolean isLookaround() {
      return head.equals("(?=") || head.equals("(?!") || head.equals("(?<=") || head.equals("(?<!");
    }

    int body() {
      return open + head.length();
    }
  }

  static RegexParts of(String regex) {
    return new Reader(regex).read();
  }

  private static final class Reader {
    private final String regex;
    private final List<Group> groups = new ArrayList<>();
    private final List<Integer> openGroups = new ArrayList<>();
    private boolean topLevelChoice;
    private boolean backreference;
    private boolean possessive;

    Reader(String regex) {
      this.regex = regex;
    }

    RegexParts read() {
      int i = 0;
      while (i < regex.length()) {
        i = step(i);
      }
      return new RegexParts(List.copyOf(groups), topLevelChoice, backreference, possessive);
    }

    private int step(int i) {
      switch (regex.charAt(i)) {
        case '\\' -> {
          backreference |= i + 1 < regex.length() && "123456789".indexOf(regex.charAt(i + 1)) >= 0;
          return i + 2;
        }
        case '[' -> {
          return classEnd(regex, i);
        }
        case '(' -> {
          return open(i);
        }
        case ')' -> close(i);
        case '|' -> topLevelChoice |= openGroups.isEmpty();
        case '*', '+', '?', '}' -> possessive |= i > 0 && regex.startsWith("+", i + 1);
        default -> {}
      }
      return i + 1;
    }

    private int open(int i) {
      String head = head(i);
      backreference |= head.startsWith("(?P=");
      openGroups.add(groups.size());
      groups.add(new Group(i, head, regex.length(), openGroups.size()));
      return i + head.length();
    }

    private void close(int i) {
      if (!openGroups.isEmpty()) {
        int index = openGroups.remove(openGroups.size() - 1);
        Group group = groups.get(index);
        groups.set(index, new Group(group.open(), group.head(), i, group.depth()));
      }
    }

    private String head(int i) {
      if (!regex.startsWith("(?", i)) {
        return "(";
      }
      for (String head : List.of("(?<=", "(?<!", "(?=", "(?!", "(?>", "(?:", "(?P=", "(?(")) {
        if (regex.startsWith(head, i)) {
          return head;
        }
      }
      int end = i + 2;
      while (end < regex.length() && "<>):".indexOf(regex.charAt(end)) < 0) {
        end++;
      }
      if (regex.startsWith("<", end)) {
        end = Math.max(end, regex.indexOf('>', end));
      }
      boolean flagsOnly = regex.startsWith(")", end);
      return regex.substring(i, Math.min(regex.length(), flagsOnly ? end : end + 1));
    }
  }

  /** The index behind the {@code ]} of a class that opens at {@code i}. */
  static int classEnd(String regex, int i) {
    int at = i + 1;
    if (regex.startsWith("^", at)) {
      at++;
    }
    if (regex.startsWith("]", at)) {
      at++;
    }
    while (at < regex.length() && regex.charAt(at) != ']') {
      if (regex.charAt(at) == '\\') {
        at++;
      } else if (regex.startsWith("[:", at)) {
        at = Math.max(at, regex.indexOf(":]", at) + 1);
      }
      at++;
    }
    return Math.min(regex.length(), at + 1);
  }
}
