package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Values with names in running text: {@code key=value} and {@code key="value"} of logs, {@code
 * Name: value} lines of mails, configuration and YAML, {@code "key": "value"} of broken JSON.
 */
final class Pairs {
  private static final int LONGEST_NAME = 48;
  private static final int LONGEST_VALUE = 512;
  private static final int MOST_WORDS = 6;

  /** A value's place in the text and what its name says. */
  record Span(int start, int end, ValueContext context) {}

  private final String text;
  private final List<Span> spans = new ArrayList<>();

  private Pairs(String text) {
    this.text = text;
  }

  /** The named values of a text, in order, without overlaps. Linear in the text's length. */
  static List<Span> of(String text) {
    if (text.indexOf('=') < 0 && text.indexOf(':') < 0) {
      return List.of();
    }
    Pairs pairs = new Pairs(text);
    pairs.find();
    return pairs.spans;
  }

  /** The findings in the named values of a text, each judged under its own name. */
  static List<Candidate> winners(Leaves leaves, String text, List<Span> pairs, Where where) {
    List<Candidate> found = new ArrayList<>();
    for (Span pair : pairs) {
      leaves.step(1);
      String value = text.substring(pair.start(), pair.end());
      for (Candidate c : leaves.winners(value, pair.context(), where)) {
        found.add(Overlaps.shifted(c, pair.start()));
      }
    }
    return found;
  }

  private void find() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      at = c == '=' || c == ':' ? Math.max(at + 1, pair(at)) : at + 1;
    }
  }

  /** Reads the pair around the sign at {@code sign}; index behind it, or -1 if there is none. */
  private int pair(int sign) {
    char c = text.charAt(sign);
    int nameEnd = sign;
    while (nameEnd > 0 && text.charAt(nameEnd - 1) == ' ' && sign - nameEnd < 8) {
      nameEnd--;
    }
    if (nameEnd > 0 && isQuote(text.charAt(nameEnd - 1))) {
      nameEnd--;
    }
    boolean line = c == ':';
    int nameStart = nameStart(nameEnd, line);
    if (nameStart < 0 || !isValueNext(sign, line)) {
      return -1;
    }
    int start = sign + 1;
    while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
      start++;
    }
    if (start >= text.length() || text.charAt(start) == '\n' || text.charAt(start) == '\r') {
      return -1;
    }
    String name = text.substring(nameStart, nameEnd);
    return isQuote(text.charAt(start)) ? quoted(name, start) : bare(name, start, line);
  }

  /** {@code name:} needs a blank or quote behind it; a port, a time or a URL has none. */
  private boolean isValueNext(int sign, boolean line) {
    if (sign + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(sign + 1);
    if (next == '=' || next == ':' || next == '/') {
      return false;
    }
    return !line || next == ' ' || next == '\t' || isQuote(next);
  }

  /** Start of the name that ends at {@code end}; several words only at the start of a line. */
  private int nameStart(int end, boolean line) {
    int at = end;
    while (at > 0 && end - at < LONGEST_NAME && isNamePart(text.charAt(at - 1))) {
      at--;
    }
    if (at == end || !Character.isLetter(text.charAt(at)) && text.charAt(at) != '_') {
      return -1;
    }
    int first = at;
    while (line && first > 0 && end - first < LONGEST_NAME && isLinePart(text.charAt(first - 1))) {
      first--;
    }
    boolean startsLine = first == 0 || text.charAt(first - 1) == '\n';
    while (startsLine && " -*\t".indexOf(text.charAt(first)) >= 0) {
      first++;
    }
    return line && startsLine ? Math.min(first, at) : at;
  }

  private int quoted(String name, int open) {
    char quote = text.charAt(open);
    int end = open + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length() || text.charAt(end) != quote) {
      return -1;
    }
    add(name, open + 1, end);
    return end + 1;
  }

  private int bare(String name, int start, boolean line) {
    String stops = line ? ",;|<>\t\r\n\"{}()" : ",;|&<>\t\r\n\"{}() ";
    int words = 1;
    int word = start;
    int end = start;
    while (end < text.length() && stops.indexOf(text.charAt(end)) < 0) {
      char c = text.charAt(end);
      if (c == ' ') {
        word = end + 1;
        words++;
      }
      boolean sign =
          c == '=' || (c == ':' && end + 1 < text.length() && text.charAt(end + 1) == ' ');
      if (line && sign && word > start && word < end) {
        end = word; // the next pair begins
        break;
      }
      if (words > MOST_WORDS || end - start > LONGEST_VALUE) {
        return -1;
      }
      end++;
    }
    if (end < text.length() && "({".indexOf(text.charAt(end)) >= 0) {
      return -1; // a call or a block of program text
    }
    while (end > start && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '.')) {
      end--;
    }
    add(name, start, end);
    return end;
  }

  private void add(String name, int start, int end) {
    if (start < end) {
      spans.add(new Span(start, end, ValueContext.of(Place.BODY_FIELD, name.strip())));
    }
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  private static boolean isLinePart(char c) {
    return isNamePart(c) || c == ' ' || c == '/' || c == '*';
  }
}
