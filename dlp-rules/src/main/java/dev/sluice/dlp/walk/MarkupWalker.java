package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.model.QuarantineReason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Rewrites the texts, attributes, CDATA sections and comments of XML and HTML. Everything else is
 * copied character for character, well-formed or not; declared entities are never expanded. Each
 * character is looked at a bounded number of times.
 */
final class MarkupWalker {
  private static final int LABEL = 40;
  private static final int RECOVERY = 8;

  private record Open(String name, Names names, Where where) {}

  private final ValueWalker values;
  private final String text;
  private final boolean html;
  private final int nesting;
  private final Deque<Open> open = new ArrayDeque<>();
  private final StringBuilder out;
  private int copied;
  private String element = "";
  private String label = "";

  private MarkupWalker(
      ValueWalker values, String text, boolean html, Names names, Where where, int nesting) {
    this.values = values;
    this.text = text;
    this.html = html;
    this.nesting = nesting;
    this.out = new StringBuilder(text.length() + 64);
    open.push(new Open("", names, where));
  }

  /** Whether a text is a document or fragment of markup. */
  static boolean looksLike(String text) {
    int from = 0;
    while (from < text.length() && (text.charAt(from) <= ' ' || text.charAt(from) == '\uFEFF')) {
      from++;
    }
    int to = text.length() - 1;
    while (to > from && text.charAt(to) <= ' ') {
      to--;
    }
    return to - from >= 6
        && text.charAt(from) == '<'
        && text.charAt(to) == '>'
        && (isNameStart(text, from + 1) || "!?".indexOf(text.charAt(from + 1)) >= 0)
        && (text.indexOf("</", from) >= 0 || text.indexOf("/>", from) >= 0);
  }

  /** The rewritten text; the same object if nothing changed. */
  static String walk(
      ValueWalker values, String text, MediaType type, Names names, Where where, int nesting) {
    boolean html = HtmlNames.isHtml(text, type);
    return new MarkupWalker(values, text, html, names, where, nesting).run();
  }

  private String run() {
    int at = 0;
    while (at < text.length()) {
      int mark = next(at);
      run(at, mark, (char) 0);
      at = mark < text.length() ? markup(mark) : mark;
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  /** The next {@code <} that begins markup. */
  private int next(int from) {
    int at = text.indexOf('<', from);
    while (at >= 0
        && !(isNameStart(text, at + 1)
            || starts(at, "</")
            || starts(at, "<!")
            || starts(at, "<?"))) {
      at = text.indexOf('<', at + 1);
    }
    return at < 0 ? text.length() : at;
  }

  private int markup(int at) {
    if (starts(at, "<!--")) {
      return section(at + 4, "-->");
    }
    if (starts(at, "<![CDATA[")) {
      return cdata(at + 9);
    }
    if (starts(at, "<!") || starts(at, "<?")) {
      return declaration(at);
    }
    return starts(at, "</") ? endTag(at) : startTag(at);
  }

  /** A comment: text without a name, or a document of its own. */
  private int section(int start, String close) {
    int end = text.indexOf(close, start);
    int stop = end < 0 ? text.length() : end;
    verbatim(start, stop, ValueContext.text());
    return end < 0 ? stop : end + close.length();
  }

  private int cdata(int start) {
    int end = text.indexOf("]]>", start);
    int stop = end < 0 ? text.length() : end;
    verbatim(start, stop, context());
    return end < 0 ? stop : end + 3;
  }

  /** A declaration with its internal subset: text, in which nothing is expanded. */
  private int declaration(int at) {
    int close = text.indexOf('>', at);
    int bracket = text.indexOf('[', at);
    if (text.charAt(at + 1) == '!' && bracket >= 0 && bracket < close) {
      int end = text.indexOf("]", bracket);
      close = end < 0 ? -1 : text.indexOf('>', end);
    }
    int stop = close < 0 ? text.length() : close;
    verbatim(at + 2, stop, ValueContext.text());
    return close < 0 ? stop : stop + 1;
  }

  private int endTag(int at) {
    int close = text.indexOf('>', at);
    if (close < 0) {
      run(at, text.length(), (char) 0);
      return text.length();
    }
    close(text.substring(at + 2, close).strip());
    element = "";
    return close + 1;
  }

  private int startTag(int at) {
    MarkupTag tag = MarkupTag.read(text, at);
    if (tag.end() < 0) {
      int stop = next(at + 1);
      run(at, stop, (char) 0);
      return stop;
    }
    String name = MarkupTag.local(tag.name());
    String field = tag.fieldName(text);
    Open above = top();
    String own = html || (isGeneric(name) && !field.isEmpty()) ? field : name;
    Names names = own.isEmpty() ? above.names : above.names.under(own);
    Where where = above.where.plus(html ? "." + Labels.of(name) : "." + Labels.of(own));
    for (MarkupTag.Attribute attribute : tag.attributes()) {
      attribute(attribute, names, where.plus("@" + Labels.of(attribute.name())));
    }
    element = name;
    if (html) {
      return raw(name, tag, names, where);
    }
    if (!tag.empty()) {
      open.push(new Open(tag.name(), names, where));
      if (open.size() > values.limits().maxDepth()) {
        throw new Stop(QuarantineReason.TOO_DEEP);
      }
    }
    return tag.end();
  }

  /** Scripts and styles run to their end tag, whatever stands in them. */
  private int raw(String name, MarkupTag tag, Names names, Where where) {
    boolean script = name.equalsIgnoreCase("script") || name.equalsIgnoreCase("style");
    if (!script && !name.equalsIgnoreCase("textarea")) {
      return tag.end();
    }
    int end = tag.end();
    do {
      end = text.indexOf("</", end);
      end = end < 0 ? text.length() : end;
    } while (end < text.length()
        && !text.regionMatches(true, end + 2, name, 0, name.length())
        && ++end > 0);
    if (script) {
      verbatim(tag.end(), end, ValueContext.text());
    } else {
      replace(tag.end(), end, names.at(place(names)), where, (char) 0);
    }
    return end;
  }

  private void attribute(MarkupTag.Attribute attribute, Names element, Where where) {
    if (attribute.end() <= attribute.start() || attribute.name().startsWith("xmlns")) {
      return;
    }
    String name = MarkupTag.local(attribute.name());
    Names names;
    if (html) {
      String own = HtmlNames.field(attribute.name());
      boolean holder = HtmlNames.isHolder(attribute.name());
      names = !own.isEmpty() ? Names.NONE.under(own) : holder ? element : Names.NONE;
    } else {
      names = element.under(name);
    }
    replace(attribute.start(), attribute.end(), names.at(place(names)), where, attribute.quote());
  }

  /** A run of character data. */
  private void run(int start, int end, char quote) {
    int from = start;
    int to = end;
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    if (from < to) {
      replace(from, to, context(), top().where, quote);
      noteLabel(from, to);
    }
  }

  private ValueContext context() {
    Names names = top().names;
    if (!label.isEmpty()) {
      return names.under(label).at(Place.BODY_FIELD);
    }
    return names.at(place(names));
  }

  private void noteLabel(int start, int end) {
    boolean is =
        html
            ? text.charAt(end - 1) == ':' || HtmlNames.isLabel(element)
            : element.equals("key"); // property lists: <key>name</key><string>…
    label = is && end - start <= LABEL ? text.substring(start, end) : "";
  }

  private void replace(int start, int end, ValueContext context, Where where, char quote) {
    String raw = text.substring(start, end);
    String before = Entities.decode(raw);
    String after = values.value(before, context, where, nesting);
    if (!after.equals(before)) {
      write(start, end, Entities.respell(raw, before, after, quote));
    }
  }

  private void verbatim(int start, int end, ValueContext context) {
    String before = text.substring(start, end);
    if (before.isBlank()) {
      return;
    }
    String after = values.value(before, context, top().where, nesting);
    if (!after.equals(before)) {
      write(start, end, after);
    }
  }

  private void write(int start, int end, String after) {
    out.append(text, copied, start).append(after);
    copied = end;
  }

  /** Closes the element of that name; a stray end tag closes nothing. */
  private void close(String name) {
    int down = 0;
    for (Iterator<Open> all = open.iterator(); all.hasNext() && down < RECOVERY; down++) {
      if (all.next().name.equals(name)) {
        for (int i = 0; i <= down && open.size() > 1; i++) {
          open.pop();
        }
        return;
      }
    }
  }

  private Open top() {
    return open.element();
  }

  private boolean starts(int at, String with) {
    return text.startsWith(with, at);
  }

  private static Place place(Names names) {
    return names.field().isEmpty() ? Place.BODY_TEXT : Place.BODY_FIELD;
  }

  /** Elements that say in an attribute which field they hold. */
  private static boolean isGeneric(String element) {
    return switch (element.toLowerCase(java.util.Locale.ROOT)) {
      case "property",
          "param",
          "parameter",
          "field",
          "attribute",
          "attr",
          "entry",
          "data",
          "item",
          "input",
          "meta",
          "string",
          "str",
          "arg",
          "column",
          "col",
          "member",
          "element" ->
          true;
      default -> false;
    };
  }

  private static boolean isNameStart(String text, int at) {
    return at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_');
  }
}
