package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.model.QuarantineReason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rewrites the literals of a GraphQL document (GraphQL specification, October 2021, section 2):
 * argument and input-field names are field names. All else is copied character for character.
 */
final class GraphQl {
  private static final Set<String> FIELDS = Set.of("query", "mutation", "document", "subscription");
  private static final Pattern OPERATION =
      Pattern.compile("(?:query|mutation|subscription|fragment)\\b[^{]{0,4000}\\{");

  private final ValueWalker values;
  private final String text;
  private final Where where;
  private final int nesting;
  private final StringBuilder out;
  private final Deque<Names> open = new ArrayDeque<>();
  private int pos;
  private int copied;
  private Names names = Names.NONE;
  private String word = "";

  private GraphQl(ValueWalker values, String text, Where where, int nesting) {
    this.values = values;
    this.text = text;
    this.where = where;
    this.nesting = nesting;
    this.out = new StringBuilder(text.length() + 64);
  }

  /** Whether the value of that field is a GraphQL document rather than some other text. */
  static boolean looksLike(String text, String field) {
    String start = text.stripLeading();
    if (!text.stripTrailing().endsWith("}")) {
      return false;
    }
    boolean named = FIELDS.contains(field.toLowerCase(Locale.ROOT));
    return OPERATION.matcher(start).lookingAt()
        || (named && (start.startsWith("{") || start.startsWith("#")));
  }

  /** The rewritten document; the same object if nothing changed. */
  static String walk(ValueWalker values, String text, Where where, int nesting) {
    return new GraphQl(values, text, where, nesting).run();
  }

  private String run() {
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (c == '"') {
        string();
      } else if (c == '#') {
        comment();
      } else if (isWord(c) || (c == '-' && pos + 1 < text.length())) {
        word(c);
      } else {
        punctuation(c);
        pos++;
      }
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  private void punctuation(char c) {
    switch (c) {
      case ':' -> names = outer().under(word);
      case '{', '(', '[' -> open(c);
      case '}', ')', ']' -> {
        if (!open.isEmpty()) {
          open.pop();
        }
        names = outer();
      }
      case '$' -> names = outer();
      default -> {}
    }
  }

  /** An object or list below an argument hands its name down; a selection has none. */
  private void open(char c) {
    open.push(c == '(' ? Names.NONE : names);
    if (open.size() > values.limits().maxDepth()) {
      throw new Stop(QuarantineReason.TOO_DEEP);
    }
    names = c == '[' ? names.item() : outer();
  }

  private Names outer() {
    return open.isEmpty() ? Names.NONE : open.element();
  }

  private void word(char first) {
    int start = pos++;
    while (pos < text.length() && (isWord(text.charAt(pos)) || isNumberPart(start))) {
      pos++;
    }
    String found = text.substring(start, pos);
    if (first != '-' && !Character.isDigit(first)) {
      word = found;
    } else if (JsonNumbers.isNumber(found)) {
      replace(start, pos, found, values.number(found, context(), at()));
    }
  }

  private boolean isNumberPart(int start) {
    char first = text.charAt(start);
    return (first == '-' || Character.isDigit(first)) && ".+-".indexOf(text.charAt(pos)) >= 0;
  }

  private void string() {
    if (text.startsWith("\"\"\"", pos)) {
      block();
      return;
    }
    int start = pos + 1;
    int end = start;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, text.length());
    pos = Math.min(end + 1, text.length());
    String raw = text.substring(start, end);
    boolean valid = JsonSyntax.check('"' + raw + '"').isJson();
    String before = valid ? JsonStrings.unescape(raw, 0, raw.length()) : raw;
    String after = before.isEmpty() ? before : values.value(before, context(), at(), nesting);
    if (!after.equals(before)) {
      replace(start, end, before, valid ? JsonStrings.respell(raw, before, after) : after);
    }
  }

  private void block() {
    int start = pos + 3;
    int end = text.indexOf("\"\"\"", start);
    end = end < 0 ? text.length() : end;
    pos = Math.min(end + 3, text.length());
    String before = text.substring(start, end);
    replace(start, end, before, values.value(before, context(), at(), nesting));
  }

  private void comment() {
    int end = text.indexOf('\n', pos);
    end = end < 0 ? text.length() : end;
    String before = text.substring(pos, end);
    replace(pos, end, before, values.value(before, ValueContext.text(), where, nesting));
    pos = end;
  }

  private void replace(int start, int end, String before, String after) {
    if (!after.equals(before)) {
      out.append(text, copied, start).append(after);
      copied = end;
    }
  }

  private ValueContext context() {
    return names.field().isEmpty() ? ValueContext.text() : names.at(Place.BODY_FIELD);
  }

  private Where at() {
    return names.field().isEmpty() ? where : where.plus("." + Labels.of(names.field()));
  }

  private static boolean isWord(char c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
