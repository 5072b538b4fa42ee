package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.util.List;

/**
 * Takes a URL apart (RFC 3986) and rewrites what its parts hold. Only parts that change are encoded
 * anew; the rest stays as it was, well-formed or not.
 */
final class UrlWalker {
  private static final String PATH_PLAIN = "!$&'()*+,;=:@";

  private final ValueWalker values;
  private final SignatureWalker signatures;

  UrlWalker(ValueWalker values) {
    this.values = values;
    this.signatures = new SignatureWalker(values);
  }

  String walk(String url, UrlPlaces places, int nesting) {
    int hash = url.indexOf('#');
    String fragment = hash < 0 ? "" : url.substring(hash);
    String rest = hash < 0 ? url : url.substring(0, hash);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark);
    rest = mark < 0 ? rest : rest.substring(0, mark);
    int scheme = rest.indexOf("://");
    int slash = scheme < 0 ? 0 : rest.indexOf('/', scheme + 3);
    slash = slash < 0 ? rest.length() : slash;
    String authority = scheme < 0 ? "" : rest.substring(scheme + 3, slash);
    return (scheme < 0 ? "" : rest.substring(0, scheme + 3))
        + authority(authority, places, nesting)
        + path(rest.substring(slash), places, nesting)
        + query(query, places.query(), nesting)
        + fragment(fragment, places.fragment(), nesting);
  }

  private String authority(String authority, UrlPlaces places, int nesting) {
    int at = authority.lastIndexOf('@');
    String user = at < 0 ? "" : userInfo(authority.substring(0, at), places.userInfo()) + "@";
    return user + host(authority.substring(at + 1), places.host(), nesting);
  }

  private String userInfo(String userInfo, Where where) {
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String changed = secretPart(user, Forced.USERNAME, where);
    return colon < 0
        ? changed
        : changed + ":" + secretPart(userInfo.substring(colon + 1), Forced.PASSWORD, where);
  }

  private String secretPart(String raw, Forced kind, Where where) {
    String text = Percent.decode(raw, false).orElse(raw);
    ValueContext context = ValueContext.of(Place.URL_HOST, "userinfo");
    String after = values.sensitive(text, kind, context, where);
    return after.equals(text) ? raw : Percent.encode(after, "", false);
  }

  /** A host with its optional port, as in a URL or a Host header. */
  String host(String hostPort, Where where, int nesting) {
    int colon = hostPort.lastIndexOf(':');
    boolean port = colon >= 0 && hostPort.indexOf(']', colon) < 0;
    String host = port ? hostPort.substring(0, colon) : hostPort;
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    String after = values.value(bare, ValueContext.of(Place.URL_HOST, "host"), where, nesting);
    if (after.equals(bare)) {
      return hostPort;
    }
    String written = after.indexOf(':') >= 0 ? "[" + after + "]" : after;
    return port ? written + hostPort.substring(colon) : written;
  }

  private String path(String raw, UrlPlaces places, int nesting) {
    // A value seen elsewhere can span segments.
    String path = values.leaves().untouchedName(raw, places.path());
    StringBuilder out = new StringBuilder(path.length());
    String before = "";
    int at = 0;
    while (at <= path.length()) {
      int slash = path.indexOf('/', at);
      int end = slash < 0 ? path.length() : slash;
      String part = path.substring(at, end);
      out.append(segment(part, before, places.path(), nesting));
      if (slash < 0) {
        break;
      }
      out.append('/');
      before = part;
      at = slash + 1;
    }
    return out.toString();
  }

  private String segment(String raw, String before, Where where, int nesting) {
    int semicolon = raw.indexOf(';');
    if (semicolon >= 0 && raw.indexOf('=', semicolon) > 0) {
      return matrix(raw, before, where, nesting);
    }
    return plain(raw, before, where, nesting);
  }

  /** A segment with parameters of its own: {@code users;role=admin}. */
  private String matrix(String raw, String before, Where where, int nesting) {
    StringBuilder out = new StringBuilder(raw.length());
    for (String part : raw.split(";", -1)) {
      boolean first = out.length() == 0;
      int equals = part.indexOf('=');
      if (first || equals < 0) {
        out.append(first ? "" : ";").append(plain(part, before, where, nesting));
      } else {
        String name = Percent.decode(part.substring(0, equals), false).orElse("");
        String kept = values.name(name, Place.URL_PATH, where);
        out.append(';');
        out.append(kept.equals(name) ? part.substring(0, equals) : Percent.encode(kept, "", false));
        String value = part.substring(equals + 1);
        out.append('=').append(plain(value, kept, where.named(kept), nesting));
      }
    }
    return out.toString();
  }

  private String plain(String raw, String before, Where where, int nesting) {
    if (raw.isEmpty()) {
      return raw;
    }
    String text = Percent.decode(raw, false).orElse(raw);
    String field = before.equals(Labels.of(before)) ? before : "";
    ValueContext context = new ValueContext(Place.URL_PATH, field, List.of());
    String after = values.value(text, context, where, nesting);
    return after.equals(text) ? raw : Percent.respell(raw, text, after, PATH_PLAIN, false);
  }

  private String query(String query, Where where, int nesting) {
    return query.isEmpty() ? query : "?" + pairs(query.substring(1), Place.QUERY, where, nesting);
  }

  private String fragment(String fragment, Where where, int nesting) {
    if (fragment.length() < 2) {
      return fragment;
    }
    String text = fragment.substring(1);
    return "#" + pairs(text, Place.QUERY, where, nesting);
  }

  /** {@code a=b&c=d}, as in queries and form bodies; parts without {@code =} are values. */
  String pairs(String text, Place place, Where where, int nesting) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int at = 0;
    while (at <= text.length()) {
      int amp = text.indexOf('&', at);
      int end = amp < 0 ? text.length() : amp;
      pair(text.substring(at, end), place, where, nesting, out);
      if (amp < 0) {
        break;
      }
      out.append('&');
      at = amp + 1;
    }
    return out.toString();
  }

  private void pair(String pair, Place place, Where where, int nesting, StringBuilder out) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      out.append(part(pair, ValueContext.of(place, ""), where, nesting));
      return;
    }
    String rawName = pair.substring(0, equals);
    String name = Percent.decode(rawName, true).orElse(rawName);
    String kept = values.name(name, place, where);
    out.append(kept.equals(name) ? rawName : Percent.encode(kept, "[]", true)).append('=');
    ValueContext context = FieldNames.context(place, kept);
    Where at = kept.equals(name) ? where.named(name) : where.plus(":" + Labels.ANY);
    String raw = pair.substring(equals + 1);
    String value = Percent.decode(raw, true).orElse(raw);
    if (SignatureWalker.isParameter(name, value)) {
      String after = signatures.parameter(name, value, context, at);
      out.append(after.equals(value) ? raw : Percent.encode(after, "", raw.indexOf('+') >= 0));
    } else {
      out.append(part(raw, context, at, nesting));
    }
  }

  private String part(String raw, ValueContext context, Where where, int nesting) {
    String text = Percent.decode(raw, true).orElse(raw);
    String after = values.value(text, context, where, nesting);
    return after.equals(text) ? raw : Percent.respell(raw, text, after, "", true);
  }
}
