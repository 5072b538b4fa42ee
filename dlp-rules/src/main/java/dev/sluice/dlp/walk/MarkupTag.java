package dev.sluice.dlp.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One start tag with exact offsets in the document.
 *
 * @param name as written, with its prefix
 * @param end index behind the closing {@code >}; -1 if the tag never ends
 * @param empty whether it closes itself
 */
record MarkupTag(String name, int end, boolean empty, List<Attribute> attributes) {

  /**
   * An attribute.
   *
   * @param start of its value, without quotes
   * @param quote around the value, 0 if none
   */
  record Attribute(String name, int start, int end, char quote) {}

  MarkupTag {
    attributes = List.copyOf(attributes);
  }

  /** A name without its namespace prefix. */
  static String local(String name) {
    int colon = name.lastIndexOf(':');
    return colon < 0 ? name : name.substring(colon + 1);
  }

  /** The raw value of an attribute that names a field; empty if there is none. */
  String fieldName(String text) {
    for (String wanted : List.of("name", "itemprop", "property", "key", "field", "id")) {
      for (Attribute attribute : attributes) {
        if (attribute.name.toLowerCase(Locale.ROOT).equals(wanted)) {
          return Entities.decode(text.substring(attribute.start, attribute.end));
        }
      }
    }
    return "";
  }

  /** Reads the tag whose {@code <} stands at {@code open}, before a letter. */
  static MarkupTag read(String text, int open) {
    int pos = open + 1;
    while (pos < text.length() && " \t\r\n/>".indexOf(text.charAt(pos)) < 0) {
      pos++;
    }
    String name = text.substring(open + 1, pos);
    List<Attribute> attributes = new ArrayList<>();
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (c == '>') {
        return new MarkupTag(name, pos + 1, text.charAt(pos - 1) == '/', attributes);
      }
      if (c == '<') {
        break; // never closed: what stands here is text
      }
      if (c <= ' ' || c == '/') {
        pos++;
        continue;
      }
      Attribute attribute = attribute(text, pos);
      attributes.add(attribute);
      pos = attribute.quote == 0 ? attribute.end : attribute.end + 1;
    }
    return new MarkupTag(name, -1, false, List.of());
  }

  private static Attribute attribute(String text, int from) {
    int pos = from + 1;
    while (pos < text.length() && " \t\r\n/>=<".indexOf(text.charAt(pos)) < 0) {
      pos++;
    }
    String name = text.substring(from, pos);
    int equals = space(text, pos);
    if (equals >= text.length() || text.charAt(equals) != '=') {
      return new Attribute(name, pos, pos, (char) 0);
    }
    int start = space(text, equals + 1);
    char quote = start < text.length() ? text.charAt(start) : 0;
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, start + 1);
      return new Attribute(name, start + 1, end < 0 ? text.length() : end, quote);
    }
    int end = start;
    while (end < text.length() && " \t\r\n>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return new Attribute(name, start, end, (char) 0);
  }

  private static int space(String text, int from) {
    int pos = from;
    while (pos < text.length() && text.charAt(pos) <= ' ') {
      pos++;
    }
    return pos;
  }
}
