package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text bodies by what they are: JSON, form, event stream or plain text, whatever was declared. */
final class TextBodies {
  private static final List<String> JSON_GUARDS =
      List.of(")]}',\n", ")]}'\n", ")]}',", ")]}'", "while(1);", "for(;;);", "for (;;);");
  private static final char MARK = '\uFEFF';

  private final ValueWalker values;
  private final UrlWalker urls;

  TextBodies(ValueWalker values) {
    this.values = values;
    this.urls = new UrlWalker(values);
  }

  /**
   * The text as it should stand in the output.
   *
   * @param marked if it is JSON, the keys and scalars that need a look; null for all
   */
  String walk(String text, MediaType type, @Nullable BitSet marked, Where where) {
    values.leaves().part(text, where);
    Optional<String> json =
        type.isEventStream() ? Optional.empty() : json(text, marked, where.plus(":"));
    if (json.isPresent()) {
      return json.get();
    }
    int call = type.isEventStream() ? -1 : callback(text);
    if (call > 0) {
      int close = text.lastIndexOf(')');
      Optional<String> inner = json(text.substring(call, close), null, where.plus(":"));
      if (inner.isPresent()) {
        return text.substring(0, call) + inner.get() + text.substring(close);
      }
    }
    if (MarkupWalker.looksLike(text) && !type.isEventStream()) {
      return MarkupWalker.walk(values, text, type, Names.NONE, where.plus(":"), 0);
    }
    if (type.name().contains("graphql") && !type.isJson()) {
      return GraphQl.walk(values, text, where.plus(":"), 0);
    }
    if (type.isEventStream() || isEventStream(text)) {
      return events(text, where);
    }
    boolean form =
        (type.isForm() && beginsLikeForm(text))
            || (!type.isText() && !type.isJson() && looksLikeForm(text))
            || (type.name().equals("text/plain") && looksLikeForm(text) && text.indexOf('&') > 0);
    if (form) {
      return urls.pairs(text, Place.BODY_FIELD, where, 0);
    }
    if (type.isJson() && looksLikeForm(text)) {
      mismatch(where);
      return urls.pairs(text, Place.BODY_FIELD, where, 0);
    }
    if (type.isJson() && !text.isBlank()) {
      mismatch(where);
    }
    if (CsvWalker.looksLike(text, type)) {
      return CsvWalker.walk(values, text, where);
    }
    return Code.looksLike(text, type)
        ? values.value(text, ValueContext.text(), where)
        : values.prose(text, ValueContext.text(), where);
  }

  /** The charset an HTML or XML document names in its head. */
  Optional<Charset> declaredCharset(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    for (String mark : List.of("charset=", "encoding=")) {
      int at = head.indexOf(mark);
      if (at >= 0) {
        String name = head.substring(at + mark.length()).replaceFirst("^[\"']", "");
        return MediaType.charset(name.split("[\"'\\s/>;?]", 2)[0]);
      }
    }
    return Optional.empty();
  }

  private Optional<String> json(String text, @Nullable BitSet marked, Where where) {
    int start = guard(text);
    String body = start == 0 ? text : text.substring(start);
    if (!mayBeJson(body)) {
      return Optional.empty();
    }
    JsonSyntax.Outcome syntax = JsonSyntax.check(body);
    if (!syntax.isJson()) {
      return Optional.empty();
    }
    String after =
        JsonWalker.walk(values, body, syntax, marked, Place.BODY_FIELD, Names.NONE, where, 0);
    return Optional.of(
        start == 0 || after.equals(body)
            ? (start == 0 ? after : text)
            : text.substring(0, start) + after);
  }

  private String events(String text, Where where) {
    Where at = where.named("data");
    return EventStream.walk(
        values,
        data -> json(data, null, at).orElseGet(() -> values.prose(data, ValueContext.text(), at)),
        text,
        where);
  }

  private void mismatch(Where where) {
    values.leaves().note(where.part() + ":content-type-mismatch");
  }

  /** Index behind the parenthesis of {@code callback({…})}; -1 if the text is no such call. */
  private static int callback(String text) {
    int at = text.startsWith("/**/") ? 4 : 0;
    while (at < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(at))
            || ". ".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    boolean call = at > 0 && at + 1 < text.length() && text.charAt(at) == '(';
    return call && "{[".indexOf(text.charAt(at + 1)) >= 0 && text.lastIndexOf(')') > at
        ? at + 1
        : -1;
  }

  private static int guard(String text) {
    if (!text.isEmpty() && text.charAt(0) == MARK) {
      return 1;
    }
    for (String guard : JSON_GUARDS) {
      if (text.startsWith(guard)) {
        return guard.length();
      }
    }
    return 0;
  }

  private static boolean mayBeJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!JsonSyntax.isSpace(c)) {
        return "{[\"-tfn0123456789".indexOf(c) >= 0;
      }
    }
    return false;
  }

  private static boolean isEventStream(String text) {
    return (text.startsWith("data: ") || text.startsWith("event: ") || text.startsWith("id: "))
        && text.contains("\ndata: ");
  }

  /** Whether what stands before the first {@code =} can be a field's name. */
  private static boolean beginsLikeForm(String text) {
    int equals = text.indexOf('=');
    for (int i = 0; i < equals; i++) {
      if (text.charAt(i) <= ' ' || "\"{<".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** {@code name=value&…} without anything a form would have encoded. */
  private static boolean looksLikeForm(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '<' || c == '"' || c == '{' || c > 0x7e) {
        return false;
      }
    }
    return true;
  }
}
