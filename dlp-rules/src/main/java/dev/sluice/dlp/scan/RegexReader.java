package dev.sluice.dlp.scan;

import dev.sluice.dlp.scan.Regex.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the part of RE2's syntax that rules use. What it does not know makes the whole pattern
 * unknown, never wrong. Syntax: github.com/google/re2/wiki/Syntax.
 */
final class RegexReader {

  private static final Set<String> LETTERS = Set.of("L", "{L}", "{Lu}", "{Ll}", "{Latin}");

  /** Letters of one case; the reader takes both. */
  private static final Set<String> CASES = Set.of("{Lu}", "{Ll}");

  private final String pattern;
  private int at;
  private boolean foldCase;
  private boolean multiline;
  private boolean dotAll;
  private boolean exact = true;
  private int groups;

  private RegexReader(String pattern) {
    this.pattern = pattern;
  }

  static Optional<Regex> read(String pattern) {
    return new RegexReader(pattern).read();
  }

  private Optional<Regex> read() {
    try {
      Regex regex = choice();
      return more() ? Optional.empty() : Optional.of(regex);
    } catch (UnknownSyntax e) {
      return Optional.empty();
    }
  }

  static Optional<Regex> readExactly(String pattern) {
    RegexReader reader = new RegexReader(pattern);
    return reader.read().filter(r -> reader.exact);
  }

  private Regex choice() throws UnknownSyntax {
    List<Regex> options = new ArrayList<>();
    options.add(sequence());
    while (more() && peek() == '|') {
      at++;
      options.add(sequence());
    }
    return options.size() == 1 ? options.get(0) : new Regex.Choice(List.copyOf(options));
  }

  private Regex sequence() throws UnknownSyntax {
    List<Regex> parts = new ArrayList<>();
    while (more() && peek() != '|' && peek() != ')') {
      parts.add(quantified(atom()));
    }
    return parts.size() == 1 ? parts.get(0) : new Regex.Sequence(List.copyOf(parts));
  }

  private Regex atom() throws UnknownSyntax {
    int c = take();
    return switch (c) {
      case '(' -> group();
      case '[' -> new Regex.Chars(characterClass());
      case '.' -> new Regex.Chars(dotAll ? CharSet.ANY : CharSet.of('\n').not());
      case '^' -> line(Look.BEGIN);
      case '$' -> line(Look.END);
      case '\\' -> escape();
      case '*', '+', '?', '{' -> throw new UnknownSyntax();
      default -> one(CharSet.of(c));
    };
  }

  private Look line(Look ofText) {
    exact &= !multiline;
    return multiline ? Look.LINE : ofText;
  }

  private Regex group() throws UnknownSyntax {
    boolean outerFold = foldCase;
    boolean outerMultiline = multiline;
    boolean outerDotAll = dotAll;
    boolean captures = true;
    if (more() && peek() == '?') {
      at++;
      captures = pattern.startsWith("P<", at);
      if (flags()) {
        return new Regex.Sequence(List.of());
      }
    }
    int number = captures ? ++groups : 0;
    Regex regex = choice();
    expect(')');
    foldCase = outerFold;
    multiline = outerMultiline;
    dotAll = outerDotAll;
    return captures ? new Regex.Group(number, regex) : regex;
  }

  /** Reads what follows {@code (?}; true if the group held flags only. */
  private boolean flags() throws UnknownSyntax {
    if (pattern.startsWith("P<", at)) {
      at = pattern.indexOf('>', at) + 1;
      return false;
    }
    boolean on = true;
    while (true) {
      switch (take()) {
        case ':' -> {
          return false;
        }
        case ')' -> {
          return true;
        }
        case '-' -> on = false;
        case 'i' -> foldCase = on;
        case 'm' -> multiline = on;
        case 's' -> dotAll = on;
        default -> throw new UnknownSyntax();
      }
    }
  }

  private Regex escape() throws UnknownSyntax {
    int c = take();
    return switch (c) {
      case 'b' -> Look.WORD_BOUNDARY;
      case 'B' -> Look.NO_WORD_BOUNDARY;
      case 'A' -> Look.BEGIN;
      case 'z' -> Look.END;
      case 'p', 'P' -> one(property());
      case 'x' -> one(CharSet.of(hex()));
      default -> one(escapedSet(c));
    };
  }

  /** What follows {@code x}: two digits, or any number of them in braces. */
  private int hex() throws UnknownSyntax {
    boolean braces = more() && peek() == '{';
    int end = braces ? pattern.indexOf('}', at) : at + 2;
    if (end <= at || end > pattern.length()) {
      throw new UnknownSyntax();
    }
    String digits = pattern.substring(braces ? at + 1 : at, end);
    at = braces ? end + 1 : end;
    try {
      return Integer.parseInt(digits, 16);
    } catch (NumberFormatException e) {
      throw new UnknownSyntax();
    }
  }

  /** A Unicode property: what ASCII characters have it is not looked up, so all may. */
  private CharSet property() throws UnknownSyntax {
    boolean named = more() && peek() == '{';
    int end = named ? pattern.indexOf('}', at) + 1 : at + 1;
    if (end <= at) {
      throw new UnknownSyntax();
    }
    String name = pattern.substring(at, end);
    at = end;
    boolean letters = pattern.charAt(at - name.length() - 1) == 'p' && LETTERS.contains(name);
    exact &= letters && !CASES.contains(name);
    return letters ? CharSet.LETTERS.or(CharSet.of(128)) : CharSet.ANY;
  }

  private static CharSet escapedSet(int c) throws UnknownSyntax {
    return switch (c) {
      case 'd' -> CharSet.DIGITS;
      case 'w' -> CharSet.WORD;
      case 's' -> CharSet.SPACE;
      case 'D' -> CharSet.DIGITS.not();
      case 'W' -> CharSet.WORD.not();
      case 'S' -> CharSet.SPACE.not();
      case 'n' -> CharSet.of('\n');
      case 'r' -> CharSet.of('\r');
      case 't' -> CharSet.of('\t');
      default -> {
        if (CharSet.WORD.contains((char) c) || c >= 128) {
          throw new UnknownSyntax();
        }
        yield CharSet.of(c);
      }
    };
  }

  private CharSet characterClass() throws UnknownSyntax {
    boolean negated = more() && peek() == '^';
    if (negated) {
      at++;
    }
    CharSet set = CharSet.NONE;
    boolean first = true;
    while (first || peek() != ']') {
      first = false;
      set = set.or(classItem());
    }
    at++;
    CharSet folded = foldCase ? set.foldCase() : set;
    return negated ? folded.not() : folded;
  }

  private CharSet classItem() throws UnknownSyntax {
    int from = take();
    if (from == '[' && more() && peek() == ':') {
      throw new UnknownSyntax();
    }
    if (from == '\\') {
      int escaped = take();
      if (escaped == 'p' || escaped == 'P') {
        return property();
      }
      if (escaped == 'x') {
        from = hex();
      } else {
        CharSet set = escapedSet(escaped);
        if (!set.isSingleAscii()) {
          return set;
        }
        from = escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped == 'r' ? '\r' : escaped;
      }
    }
    boolean range = at + 1 < pattern.length() && peek() == '-' && pattern.charAt(at + 1) != ']';
    if (!range) {
      return CharSet.of(from);
    }
    at++;
    int to = take();
    if (to == '\\') {
      to = take();
      to = to == 'x' ? hex() : to;
    }
    return CharSet.range(from, to);
  }

  private Regex quantified(Regex atom) throws UnknownSyntax {
    Regex regex = atom;
    while (more() && "*+?{".indexOf(peek()) >= 0) {
      exact &= regex == atom;
      regex =
          switch (take()) {
            case '*' -> repeat(regex, 0, -1);
            case '+' -> repeat(regex, 1, -1);
            case '?' -> repeat(regex, 0, 1);
            default -> counted(regex);
          };
    }
    return regex;
  }

  private Regex repeat(Regex regex, int min, int max) throws UnknownSyntax {
    boolean lazy = more() && peek() == '?';
    at += lazy ? 1 : 0;
    return new Regex.Repeat(regex, min, max, lazy);
  }

  private Regex counted(Regex regex) throws UnknownSyntax {
    int close = pattern.indexOf('}', at);
    if (close < 0) {
      throw new UnknownSyntax();
    }
    String[] bounds = pattern.substring(at, close).split(",", -1);
    at = close + 1;
    try {
      int min = Integer.parseInt(bounds[0]);
      int max = bounds.length == 1 ? min : bounds[1].isEmpty() ? -1 : Integer.parseInt(bounds[1]);
      return repeat(regex, min, max);
    } catch (NumberFormatException e) {
      throw new UnknownSyntax();
    }
  }

  private Regex one(CharSet set) {
    return new Regex.Chars(foldCase ? set.foldCase() : set);
  }

  private boolean more() {
    return at < pattern.length();
  }

  private char peek() throws UnknownSyntax {
    if (!more()) {
      throw new UnknownSyntax();
    }
    return pattern.charAt(at);
  }

  private int take() throws UnknownSyntax {
    if (!more()) {
      throw new UnknownSyntax();
    }
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  private void expect(char c) throws UnknownSyntax {
    if (take() != c) {
      throw new UnknownSyntax();
    }
  }

  /** Syntax beyond the subset. */
  private static final class UnknownSyntax extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownSyntax() {
      super("beyond the subset", null, false, false);
    }
  }
}
