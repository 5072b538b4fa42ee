package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.util.Optional;

/** Encodings inside a value: JSON, URL, data URL, percent, base64, hex, and the claims of a JWT. */
final class NestedValues {
  private static final int LEAST_ENCODED = 12;

  private final ValueWalker values;
  private final UrlWalker urls;
  private final Unpacking unpacking;

  NestedValues(ValueWalker values) {
    this.values = values;
    this.urls = new UrlWalker(values);
    this.unpacking = new Unpacking(values.limits().maxBodyBytes());
  }

  /** The value rewritten as the JSON, markup or GraphQL it is; empty if it is none of these. */
  Optional<String> document(String text, ValueContext context, Where where, int nesting) {
    if (isBracketed(text)) {
      JsonSyntax.Outcome syntax = JsonSyntax.check(text);
      if (syntax.isJson()) {
        deeper(nesting);
        Where at = where.plus("{json}");
        Names names = Names.of(context);
        return Optional.of(
            JsonWalker.walk(values, text, syntax, inside(context), names, at, nesting + 1));
      }
    }
    if (MarkupWalker.looksLike(text)) {
      deeper(nesting);
      Where at = where.plus("{markup}");
      return Optional.of(
          MarkupWalker.walk(values, text, MediaType.NONE, Names.of(context), at, nesting + 1));
    }
    if (Forms.looksLike(text)) {
      deeper(nesting);
      return Optional.of(urls.pairs(text, inside(context), where.plus("{form}"), nesting + 1));
    }
    if (GraphQl.looksLike(text, context.fieldName())) {
      deeper(nesting);
      return Optional.of(GraphQl.walk(values, text, where.plus("{graphql}"), nesting + 1));
    }
    return Optional.empty();
  }

  /** A document in a cookie has fields of its own. */
  private static Place inside(ValueContext context) {
    return context.place() == Place.COOKIE ? Place.BODY_FIELD : context.place();
  }

  /** Whether the value is base64 or hex of a JSON document or markup. */
  static boolean holdsDocument(String text) {
    Optional<TextCoding> coding =
        text.length() < LEAST_ENCODED ? Optional.empty() : TextCoding.of(text);
    return coding
        .map(TextCoding::text)
        .filter(t -> (isBracketed(t) && JsonSyntax.check(t).isJson()) || MarkupWalker.looksLike(t))
        .isPresent();
  }

  /** Whether the value is base64 or hex of any readable text. */
  static boolean isReadableCoding(String text) {
    return text.length() >= LEAST_ENCODED && TextCoding.of(text).isPresent();
  }

  /** Whether {@link #unescaped} opens the whole value. */
  static boolean isEscaped(String text) {
    return Percent.looksEncoded(text)
        && isOneWord(text)
        && !isUrl(text)
        && !text.startsWith("data:")
        && Percent.decode(text, false).isPresent();
  }

  /** The value of one word with its percent-encoding opened, rewritten and closed again. */
  String unescaped(String text, ValueContext context, Where where, int nesting) {
    return isUrl(text) || text.startsWith("data:") ? text : percent(text, context, where, nesting);
  }

  /** The value with its encoding opened, rewritten and closed again; the same if there is none. */
  String opened(String text, ValueContext context, Where where, int nesting) {
    if (text.length() < LEAST_ENCODED) {
      return text;
    }
    if (isUrl(text)) {
      deeper(nesting);
      return urls.walk(text, UrlPlaces.inside(where), nesting + 1);
    }
    if (text.startsWith("data:")) {
      return dataUrl(text, context, where, nesting);
    }
    Optional<TextCoding> coding = TextCoding.of(text);
    return coding.isPresent()
        ? coded(text, coding.get(), context, where, nesting)
        : wrapped(text, context, where, nesting);
  }

  /** Base64 in lines, hex behind {@code 0x}, and what was compressed before it became base64. */
  private String wrapped(String text, ValueContext context, Where where, int nesting) {
    if (text.startsWith("0x")) {
      String digits = text.substring(2);
      Optional<TextCoding> hex = TextCoding.of(digits).filter(c -> c.name().equals("hex"));
      return hex.isEmpty() ? text : "0x" + coded(digits, hex.get(), context, where, nesting);
    }
    Optional<Base64Lines> lines = Base64Lines.of(text);
    if (lines.isPresent()) {
      deeper(nesting);
      String inner = lines.get().coding().text();
      String after = values.value(inner, context, where.plus("{base64}"), nesting + 1);
      return after.equals(inner) ? text : lines.get().encode(after);
    }
    Optional<PackedText> packed = PackedText.of(text, unpacking);
    if (packed.isEmpty()) {
      return text;
    }
    deeper(nesting);
    PackedText pack = packed.get();
    String after = values.value(pack.text(), context, where.plus("{packed}"), nesting + 1);
    return after.equals(pack.text()) && pack.isExact() ? text : pack.encode(after);
  }

  /** A JWT with its header and claims rewritten; its signature is no longer right. */
  String jwt(String token, Where where, int nesting) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return token;
    }
    String header = claims(parts[0], where.plus("{jwt}.header:"), nesting);
    String payload = claims(parts[1], where.plus("{jwt}:"), nesting);
    return header + "." + payload + "." + parts[2];
  }

  private String claims(String part, Where where, int nesting) {
    Optional<TextCoding> coding = TextCoding.base64Url(part);
    if (coding.isEmpty()) {
      return part;
    }
    String text = coding.get().text();
    JsonSyntax.Outcome syntax = JsonSyntax.check(text);
    if (!syntax.isJson()) {
      return part;
    }
    deeper(nesting);
    String after =
        JsonWalker.walk(values, text, syntax, Place.BODY_FIELD, Names.NONE, where, nesting + 1);
    return after.equals(text) ? part : coding.get().encode(after);
  }

  private String coded(
      String text, TextCoding coding, ValueContext context, Where where, int nesting) {
    deeper(nesting);
    String inner = coding.text();
    String after = values.value(inner, context, where.plus("{" + coding.name() + "}"), nesting + 1);
    return after.equals(inner) ? text : coding.encode(after);
  }

  private String percent(String text, ValueContext context, Where where, int nesting) {
    if (!Percent.looksEncoded(text) || !isOneWord(text)) {
      return text;
    }
    Optional<String> decoded = Percent.decode(text, false);
    if (decoded.isEmpty() || decoded.get().equals(text)) {
      return text;
    }
    deeper(nesting);
    String inner = decoded.get();
    String after = values.value(inner, context, where.plus("{percent}"), nesting + 1);
    return after.equals(inner) ? text : Percent.respell(text, inner, after, "", false);
  }

  private String dataUrl(String text, ValueContext context, Where where, int nesting) {
    int comma = text.indexOf(',');
    if (comma < 0) {
      return text;
    }
    String head = text.substring(0, comma);
    String content = text.substring(comma + 1);
    if (!head.endsWith(";base64")) {
      String after = percent(content, context, where, nesting);
      return after.equals(content) ? text : head + "," + after;
    }
    Optional<TextCoding> coding = TextCoding.base64(content);
    if (coding.isPresent()) {
      String after = coded(content, coding.get(), context, where, nesting);
      return after.equals(content) ? text : head + "," + after;
    }
    values.leaves().note(where.part() + ":placeholder");
    MediaType type = MediaType.parse(head.substring(5));
    return head + "," + Placeholders.base64(type);
  }

  private void deeper(int nesting) {
    if (nesting >= values.limits().maxNesting()) {
      throw ValueWalker.tooDeep();
    }
  }

  private static boolean isBracketed(String text) {
    int from = 0;
    int to = text.length() - 1;
    while (from < to && JsonSyntax.isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && JsonSyntax.isSpace(text.charAt(to))) {
      to--;
    }
    if (from >= to) {
      return false;
    }
    char open = text.charAt(from);
    char close = text.charAt(to);
    return (open == '{' && close == '}')
        || (open == '[' && close == ']')
        || (open == '"' && close == '"' && text.indexOf('\\') >= 0);
  }

  /** Encoded text holds no blanks or quotes; text around an encoded word is not encoded itself. */
  private static boolean isOneWord(String text) {
    return text.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '<' || c == '>' || c > 0x7e);
  }

  private static boolean isUrl(String text) {
    return (text.startsWith("http://")
            || text.startsWith("https://")
            || text.startsWith("wss://")
            || text.startsWith("ws://"))
        && text.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '<');
  }
}
