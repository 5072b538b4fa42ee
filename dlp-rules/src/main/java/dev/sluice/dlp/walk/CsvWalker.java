package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Separated values (RFC 4180) with a header line, whose cells are the fields' names. Cells that do
 * not change are copied character for character, with their quotes.
 */
final class CsvWalker {
  private static final String DELIMITERS = ",;\t|";
  private static final int LONGEST_HEAD = 8_192;

  private final ValueWalker values;
  private final String text;
  private final char delimiter;
  private final List<String> names;
  private final Where where;
  private final StringBuilder out;
  private int pos;
  private boolean unclosed;

  private CsvWalker(
      ValueWalker values, String text, char delimiter, List<String> names, int pos, Where where) {
    this.values = values;
    this.text = text;
    this.delimiter = delimiter;
    this.names = names;
    this.where = where;
    this.pos = pos;
    this.out = new StringBuilder(text.length() + 64).append(text, 0, pos);
  }

  /** Whether a text is separated values with a header line. */
  static boolean looksLike(String text, MediaType type) {
    boolean declared = type.name().endsWith("/csv") || type.name().contains("tab-separated");
    List<String> names = header(text);
    if (names.size() < 2 || (!declared && !type.name().equals("text/plain"))) {
      return false;
    }
    return declared || isRegular(text, names.size());
  }

  static String walk(ValueWalker values, String text, Where where) {
    int end = lineEnd(text, 0);
    return new CsvWalker(values, text, delimiter(text), header(text), end, where).run();
  }

  private String run() {
    int column = 0;
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (c == '\n' || c == '\r') {
        out.append(c);
        column = 0;
        pos++;
      } else if (c == delimiter) {
        out.append(c);
        column++;
        pos++;
      } else {
        cell(column);
      }
    }
    return out.toString();
  }

  private void cell(int column) {
    int start = pos;
    boolean quoted = text.charAt(pos) == '"';
    int end = quoted ? closing(start + 1) : start;
    quoted &= end >= 0;
    if (!quoted) {
      end = start;
      while (end < text.length() && !isEnd(text.charAt(end))) {
        end++;
      }
    }
    String raw = text.substring(quoted ? start + 1 : start, end);
    pos = quoted ? end + 1 : end;
    String before = quoted ? raw.replace("\"\"", "\"") : raw;
    String name = column < names.size() ? names.get(column) : "";
    ValueContext context =
        name.isEmpty() ? ValueContext.text() : ValueContext.of(Place.BODY_FIELD, name);
    String after = values.value(before, context, where.named(name));
    if (after.equals(before)) {
      out.append(text, start, pos);
    } else if (quoted || after.chars().anyMatch(c -> isEnd((char) c) || c == '"')) {
      out.append('"').append(after.replace("\"", "\"\"")).append('"');
    } else {
      out.append(after);
    }
  }

  private boolean isEnd(char c) {
    return c == delimiter || c == '\n' || c == '\r';
  }

  /** Index of the quote that closes a cell; -1 if none does. */
  private int closing(int from) {
    if (unclosed) {
      return -1;
    }
    int at = text.indexOf('"', from);
    while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
      at = text.indexOf('"', at + 2);
    }
    unclosed = at < 0;
    boolean closes = at >= 0 && (at + 1 == text.length() || isEnd(text.charAt(at + 1)));
    return closes ? at : -1;
  }

  private static boolean isRegular(String text, int columns) {
    char delimiter = delimiter(text);
    int lines = 0;
    int at = lineEnd(text, 0);
    while (at < text.length() && lines < 20) {
      int start = at + 1;
      at = lineEnd(text, start);
      String line = text.substring(Math.min(start, at), at).strip();
      if (line.isEmpty()) {
        continue;
      }
      if (line.indexOf('"') < 0
          && line.chars().filter(c -> c == delimiter).count() != columns - 1) {
        return false;
      }
      lines++;
    }
    return lines > 0;
  }

  /** The names in the first line; empty if it holds anything that is no name. */
  private static List<String> header(String text) {
    int end = lineEnd(text, 0);
    if (end >= Math.min(LONGEST_HEAD, text.length())) {
      return List.of();
    }
    String line = text.substring(0, end).replace("\uFEFF", "");
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String cell : line.split(String.valueOf("\\" + delimiter(text)), -1)) {
      String name = cell.strip().replace("\"", "");
      if (!isName(name) || !seen.add(name)) {
        return List.of();
      }
      names.add(name);
    }
    return names;
  }

  private static boolean isName(String name) {
    if (name.isEmpty() || name.length() > 64 || !Character.isLetter(name.charAt(0))) {
      return false;
    }
    return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || " _-./()#".indexOf(c) >= 0);
  }

  private static char delimiter(String text) {
    int end = Math.min(lineEnd(text, 0), LONGEST_HEAD);
    for (int i = 0; i < end; i++) {
      if (DELIMITERS.indexOf(text.charAt(i)) >= 0) {
        return text.charAt(i);
      }
    }
    return ',';
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }
}
