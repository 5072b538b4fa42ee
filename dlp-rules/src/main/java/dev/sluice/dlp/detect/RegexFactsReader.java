package dev.sluice.dlp.detect;

/**
 * Reads the part of RE2's syntax that rules use, only to derive {@link RegexFacts}. What it does
 * not know makes the facts unknown, never wrong. Syntax: github.com/google/re2/wiki/Syntax.
 */
final class RegexFactsReader {

  private final String pattern;
  private int at;
  private boolean foldCase;

  private RegexFactsReader(String pattern) {
    this.pattern = pattern;
  }

  static RegexFacts read(String pattern) {
    RegexFactsReader reader = new RegexFactsReader(pattern);
    try {
      RegexFacts facts = reader.alternation();
      return reader.more() ? RegexFacts.UNKNOWN : facts;
    } catch (UnknownSyntax e) {
      return RegexFacts.UNKNOWN;
    }
  }

  private RegexFacts alternation() throws UnknownSyntax {
    RegexFacts facts = sequence();
    while (more() && peek() == '|') {
      at++;
      facts = facts.or(sequence());
    }
    return facts;
  }

  private RegexFacts sequence() throws UnknownSyntax {
    RegexFacts facts = RegexFacts.EMPTY;
    while (more() && peek() != '|' && peek() != ')') {
      facts = facts.then(quantified(atom()));
    }
    return facts;
  }

  private RegexFacts atom() throws UnknownSyntax {
    int c = take();
    return switch (c) {
      case '(' -> group();
      case '[' -> one(characterClass());
      case '.' -> one(CharSet.ANY);
      case '^', '$' -> RegexFacts.ANCHOR;
      case '\\' -> escape();
      case '*', '+', '?', '{' -> throw new UnknownSyntax();
      default -> one(CharSet.of(c));
    };
  }

  private RegexFacts group() throws UnknownSyntax {
    boolean outer = foldCase;
    if (more() && peek() == '?') {
      at++;
      if (flags()) {
        return RegexFacts.EMPTY;
      }
    }
    RegexFacts facts = alternation();
    expect(')');
    foldCase = outer;
    return facts;
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
        case 's' -> {}
        default -> throw new UnknownSyntax();
      }
    }
  }

  private RegexFacts escape() throws UnknownSyntax {
    int c = take();
    if (c == 'b' || c == 'B') {
      return RegexFacts.EMPTY;
    }
    if (c == 'A' || c == 'z') {
      return RegexFacts.ANCHOR;
    }
    return one(escapedSet(c));
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
      CharSet set = escapedSet(escaped);
      if (!set.isSingleAscii()) {
        return set;
      }
      from = escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped == 'r' ? '\r' : escaped;
    }
    boolean range = at + 1 < pattern.length() && peek() == '-' && pattern.charAt(at + 1) != ']';
    if (!range) {
      return CharSet.of(from);
    }
    at++;
    int to = take();
    return CharSet.range(from, to == '\\' ? take() : to);
  }

  private RegexFacts quantified(RegexFacts atom) throws UnknownSyntax {
    RegexFacts facts = atom;
    while (more() && "*+?{".indexOf(peek()) >= 0) {
      facts =
          switch (take()) {
            case '*' -> facts.times(0, -1);
            case '+' -> facts.times(1, -1);
            case '?' -> facts.times(0, 1);
            default -> counted(facts);
          };
      if (more() && peek() == '?') {
        at++; // lazy: the same lengths are possible
      }
    }
    return facts;
  }

  private RegexFacts counted(RegexFacts facts) throws UnknownSyntax {
    int close = pattern.indexOf('}', at);
    if (close < 0) {
      throw new UnknownSyntax();
    }
    String[] bounds = pattern.substring(at, close).split(",", -1);
    at = close + 1;
    try {
      int min = Integer.parseInt(bounds[0]);
      int max = bounds.length == 1 ? min : bounds[1].isEmpty() ? -1 : Integer.parseInt(bounds[1]);
      return facts.times(min, max);
    } catch (NumberFormatException e) {
      throw new UnknownSyntax();
    }
  }

  private RegexFacts one(CharSet set) {
    CharSet folded = foldCase ? set.foldCase() : set;
    return RegexFacts.one(folded, folded.others() ? 2 : 1);
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
