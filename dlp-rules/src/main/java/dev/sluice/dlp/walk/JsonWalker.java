package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.model.QuarantineReason;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the scalars and keys of JSON text. What no finding touches is copied character for
 * character; numbers stay numbers. Works on text {@link JsonSyntax} has accepted.
 */
final class JsonWalker {
  private final ValueWalker values;
  private final String json;
  private final BitSet maps;
  private final @Nullable BitSet marked;
  private final Place place;
  private final int nesting;
  private final StringBuilder out;
  private int pos;
  private int copied;
  private int objects;
  private int scalars;

  private JsonWalker(
      ValueWalker values,
      String json,
      BitSet maps,
      @Nullable BitSet marked,
      Place place,
      int nesting) {
    this.values = values;
    this.json = json;
    this.maps = maps;
    this.marked = marked;
    this.place = place;
    this.nesting = nesting;
    this.out = new StringBuilder(json.length() + 64);
  }

  /** The rewritten text; the same object if nothing changed. */
  static String walk(
      ValueWalker values,
      String json,
      JsonSyntax.Outcome syntax,
      Place place,
      Names names,
      Where where,
      int nesting) {
    return walk(values, json, syntax, null, place, names, where, nesting);
  }

  /**
   * As {@link #walk(ValueWalker, String, JsonSyntax.Outcome, Place, Names, Where, int)}.
   *
   * @param marked the keys, strings and numbers to look at, counted in their order; null for all
   */
  static String walk(
      ValueWalker values,
      String json,
      JsonSyntax.Outcome syntax,
      @Nullable BitSet marked,
      Place place,
      Names names,
      Where where,
      int nesting) {
    if (syntax.depth() > values.limits().maxDepth()) {
      throw new Stop(QuarantineReason.TOO_DEEP);
    }
    JsonWalker walker = new JsonWalker(values, json, syntax.maps(), marked, place, nesting);
    Where root = where.plus("$");
    for (int i = 0; i < syntax.documents(); i++) {
      walker.space();
      walker.value(names, names.at(place), root);
    }
    return walker.result();
  }

  private String result() {
    if (copied == 0) {
      return json;
    }
    return out.append(json, copied, json.length()).toString();
  }

  private void value(Names names, ValueContext context, Where where) {
    switch (json.charAt(pos)) {
      case '{' -> object(names, where);
      case '[' -> array(names, context, where);
      case '"' -> string(context, where);
      case 't', 'n' -> pos += 4;
      case 'f' -> pos += 5;
      default -> number(context, where);
    }
  }

  private void object(Names names, Where where) {
    boolean map = maps.get(objects++);
    Names held = JsonPairs.under(json, pos, names);
    Set<String> written = Set.of();
    pos++;
    space();
    while (json.charAt(pos) != '}') {
      int start = pos;
      String key = text();
      String kept = isMarked() ? values.name(key, place, where) : key;
      if (!kept.equals(key)) {
        written = written.isEmpty() ? new HashSet<>() : written;
        kept = unique(kept, written, where);
        replaceString(start, key, kept);
      }
      space();
      pos++; // the colon
      space();
      if (isPlainNext()) {
        scalars++;
        comma();
        continue;
      }
      boolean shown = !map && kept.equals(key);
      Names below = held != names && JsonPairs.holds(key) ? held : names.under(kept);
      value(below, below.at(place), where.plus("." + (shown ? Labels.of(key) : Labels.ANY)));
      comma();
    }
    pos++;
  }

  /** Moves behind the next value if it is one nobody has to look at. */
  private boolean isPlainNext() {
    BitSet some = marked;
    if (some == null || some.get(scalars)) {
      return false;
    }
    char c = json.charAt(pos);
    if (c == '"') {
      skip();
      return true;
    }
    if (c == '-' || (c >= '0' && c <= '9')) {
      pos = JsonNumbers.end(json, pos);
      return true;
    }
    return false;
  }

  private void array(Names names, ValueContext context, Where where) {
    pos++;
    space();
    Where item = where.plus("[*]");
    Names one = names.item();
    ValueContext each = one == names ? context : one.at(place);
    while (json.charAt(pos) != ']') {
      value(one, each, item);
      comma();
    }
    pos++;
  }

  private void comma() {
    space();
    if (json.charAt(pos) == ',') {
      pos++;
      space();
    }
  }

  private void string(ValueContext context, Where where) {
    if (!isMarked()) {
      skip();
      return;
    }
    int start = pos;
    String text = text();
    if (text.isEmpty()) {
      return;
    }
    String after = values.value(text, context, where, nesting);
    if (!after.equals(text)) {
      replaceString(start, text, after);
    }
  }

  private void number(ValueContext context, Where where) {
    int start = pos;
    pos = JsonNumbers.end(json, pos);
    if (!isMarked()) {
      return;
    }
    String text = json.substring(start, pos);
    String after = values.number(text, context, where);
    if (!after.equals(text)) {
      out.append(json, copied, start).append(after);
      copied = pos;
    }
  }

  /** Whether the next key, string or number is to be looked at. */
  private boolean isMarked() {
    BitSet some = marked;
    return some == null || some.get(scalars++);
  }

  /** Reads the string at {@link #pos} and moves behind it. */
  private String text() {
    int start = pos + 1;
    skip();
    return JsonStrings.unescape(json, start, pos - 1);
  }

  /** Moves behind the string at {@link #pos}. */
  private void skip() {
    int end = pos + 1;
    while (json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    pos = end + 1;
  }

  private void replaceString(int start, String before, String after) {
    String raw = json.substring(start + 1, pos - 1);
    out.append(json, copied, start).append('"');
    out.append(JsonStrings.respell(raw, before, after)).append('"');
    copied = pos;
  }

  /** A key like no other replaced key of its object; also the gate learns of a number behind it. */
  private String unique(String key, Set<String> written, Where where) {
    String candidate = key;
    for (int n = 2; !written.add(candidate); n++) {
      candidate = key + "-" + n;
    }
    if (!candidate.equals(key)) {
      values.leaves().wrote(candidate, new int[] {0, candidate.length()}, where);
    }
    return candidate;
  }

  private void space() {
    while (pos < json.length() && JsonSyntax.isSpace(json.charAt(pos))) {
      pos++;
    }
  }
}
