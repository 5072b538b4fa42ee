package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Cookie and Set-Cookie (RFC 6265): each value by its name, attributes kept. */
final class CookieWalker {
  private static final int TOKEN_LENGTH = 8;
  private static final Set<String> FIXED = Set.of("path", "max-age", "samesite", "priority");

  private static final String PLAIN = "!$&'()*+:@/";
  private static final Set<String> SESSIONS = Set.of("sess", "sid", "auth", "token", "jwt", "csrf");

  private final ValueWalker values;

  CookieWalker(ValueWalker values) {
    this.values = values;
  }

  String cookie(String header, Where where) {
    StringBuilder out = new StringBuilder(header.length());
    int at = 0;
    while (at <= header.length()) {
      int semicolon = header.indexOf(';', at);
      int end = semicolon < 0 ? header.length() : semicolon;
      out.append(pair(header.substring(at, end), where));
      if (semicolon < 0) {
        break;
      }
      out.append(';');
      at = semicolon + 1;
    }
    return out.toString();
  }

  /**
   * Whether a value outside of a Cookie header is one: its field says so, and a name and {@code =}
   * come first.
   */
  static boolean isCookie(String text, ValueContext context) {
    int equals = text.indexOf('=');
    return equals > 0
        && equals < text.length() - 1
        && text.charAt(equals + 1) != '='
        && CookieFields.names(context.fieldName())
        && text.substring(0, equals).chars().allMatch(CookieWalker::isNamePart);
  }

  private static boolean isNamePart(int c) {
    return Character.isLetterOrDigit(c) || "_-.$+".indexOf(c) >= 0;
  }

  String setCookie(String header, Where where) {
    int semicolon = header.indexOf(';');
    int end = semicolon < 0 ? header.length() : semicolon;
    StringBuilder out = new StringBuilder(pair(header.substring(0, end), where));
    String name = name(header.substring(0, end));
    while (semicolon >= 0) {
      int next = header.indexOf(';', semicolon + 1);
      String attribute = header.substring(semicolon + 1, next < 0 ? header.length() : next);
      out.append(';').append(attribute(attribute, where.plus("[" + Labels.of(name) + "]")));
      semicolon = next;
    }
    return out.toString();
  }

  private String pair(String pair, Where where) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      return values.value(pair, ValueContext.of(Place.COOKIE, ""), where);
    }
    String head = pair.substring(0, equals);
    String name = head.strip();
    String kept = values.name(name, Place.COOKIE, where);
    String label = kept.equals(name) ? Labels.of(name) : Labels.ANY;
    String raw = pair.substring(equals + 1);
    String after = value(raw, name, where.plus("[" + label + "]"));
    return head.replace(name, kept) + "=" + after;
  }

  private String value(String raw, String name, Where where) {
    boolean quoted = raw.length() >= 2 && raw.startsWith("\"") && raw.endsWith("\"");
    String inner = quoted ? raw.substring(1, raw.length() - 1) : raw;
    ValueContext context = ValueContext.of(Place.COOKIE, name);
    String after = inner(inner, context, where);
    return quoted ? "\"" + after + "\"" : after;
  }

  private String inner(String inner, ValueContext context, Where where) {
    Optional<String> plain =
        Percent.looksEncoded(inner) ? Percent.decode(inner, false) : Optional.empty();
    String text = plain.orElse(inner);
    String after =
        isToken(text) && (isSession(context.fieldName()) || !NestedValues.holdsDocument(text))
            ? values.sensitive(text, Forced.COOKIE, context, where)
            : values.value(text, context, where);
    if (after.equals(text)) {
      return inner;
    }
    return plain.isPresent() ? Percent.respell(inner, text, after, PLAIN, false) : after;
  }

  private String attribute(String attribute, Where where) {
    int equals = attribute.indexOf('=');
    if (equals < 0) {
      return attribute;
    }
    String key = attribute.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    if (FIXED.contains(key)) {
      return attribute;
    }
    Place place = key.equals("domain") ? Place.URL_HOST : Place.HEADER;
    String value = attribute.substring(equals + 1);
    String after = values.reviewed(value, ValueContext.of(place, key), where);
    return attribute.substring(0, equals + 1) + after;
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? "" : pair.substring(0, equals).strip();
  }

  /** Whether the name speaks of a credential, which is one whatever it holds. */
  private static boolean isSession(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SESSIONS.stream().anyMatch(lower::contains);
  }

  /**
   * Whether a value can only be an identifier: long enough, one word, with a digit in it, and not
   * the path of a file that pages are made of.
   */
  private static boolean isToken(String text) {
    return text.length() >= TOKEN_LENGTH
        && !AssetPaths.isAsset(text)
        && text.chars().noneMatch(c -> c == ' ' || c == '{')
        && text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
