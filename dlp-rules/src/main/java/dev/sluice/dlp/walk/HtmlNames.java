package dev.sluice.dlp.walk;

import java.util.Locale;
import java.util.Set;

/** What HTML calls its own elements and attributes: layout, never the names of fields. */
final class HtmlNames {
  private static final Set<String> ELEMENTS =
      Set.of(
          "a",
          "abbr",
          "address",
          "article",
          "aside",
          "b",
          "blockquote",
          "body",
          "br",
          "button",
          "canvas",
          "caption",
          "center",
          "cite",
          "code",
          "col",
          "colgroup",
          "dd",
          "del",
          "details",
          "dfn",
          "dialog",
          "div",
          "dl",
          "dt",
          "em",
          "fieldset",
          "figcaption",
          "figure",
          "font",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hr",
          "html",
          "i",
          "iframe",
          "img",
          "input",
          "ins",
          "kbd",
          "label",
          "legend",
          "li",
          "link",
          "main",
          "map",
          "mark",
          "meta",
          "nav",
          "noscript",
          "object",
          "ol",
          "optgroup",
          "option",
          "p",
          "picture",
          "pre",
          "q",
          "s",
          "samp",
          "script",
          "section",
          "select",
          "small",
          "source",
          "span",
          "strong",
          "style",
          "sub",
          "summary",
          "sup",
          "svg",
          "table",
          "tbody",
          "td",
          "template",
          "textarea",
          "tfoot",
          "th",
          "thead",
          "title",
          "tr",
          "u",
          "ul",
          "video",
          "wbr");
  private static final Set<String> LABELS =
      Set.of("th", "td", "dt", "label", "b", "strong", "span");
  private static final Set<String> DATA_ATTRIBUTES = Set.of("value", "content", "data", "datetime");

  private HtmlNames() {}

  static boolean isElement(String name) {
    return ELEMENTS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether a short text in such an element may name what comes next. */
  static boolean isLabel(String element) {
    return LABELS.contains(element.toLowerCase(Locale.ROOT));
  }

  /** Whether an attribute holds what the element's name attribute names. */
  static boolean isHolder(String attribute) {
    return DATA_ATTRIBUTES.contains(attribute.toLowerCase(Locale.ROOT));
  }

  /** The field an HTML attribute stands for by itself: that of {@code data-user-email}. */
  static String field(String attribute) {
    String lower = attribute.toLowerCase(Locale.ROOT);
    return lower.startsWith("data-") ? attribute.substring(5) : "";
  }

  /** A document or a fragment of HTML rather than of some other vocabulary. */
  static boolean isHtml(String text, MediaType type) {
    if (type.name().equals("text/html") || type.name().equals("application/xhtml+xml")) {
      return true;
    }
    int open = text.indexOf('<');
    String head = text.substring(open, Math.min(text.length(), open + 16)).toLowerCase(Locale.ROOT);
    if (head.startsWith("<!doctype html")) {
      return true;
    }
    int end = 1;
    while (end < head.length() && Character.isLetterOrDigit(head.charAt(end))) {
      end++;
    }
    return !type.name().endsWith("xml") && isElement(head.substring(1, end));
  }
}
