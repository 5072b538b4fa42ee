package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.model.Header;
import java.util.Locale;

/** Rewrites header values, each kind in its own grammar. */
final class HeaderWalker {
  private final ValueWalker values;
  private final UrlWalker urls;
  private final CookieWalker cookies;
  private final AuthorizationWalker authorizations;
  private final GrpcMetadata metadata;
  private final SignatureWalker signatures;

  HeaderWalker(ValueWalker values) {
    this.values = values;
    this.urls = new UrlWalker(values);
    this.cookies = new CookieWalker(values);
    this.authorizations = new AuthorizationWalker(values);
    this.metadata = new GrpcMetadata(values);
    this.signatures = new SignatureWalker(values);
  }

  /**
   * @param side {@code request.header} or {@code response.trailer} and the like
   */
  Header walk(Header header, String side) {
    String name = header.name();
    String shown = Labels.of(name.toLowerCase(Locale.ROOT));
    Where where = Where.part(side + ":" + shown);
    String keptName = values.name(name, Place.HEADER, where);
    ValueContext context = ValueContext.of(Place.HEADER, keptName);
    String value = header.value();
    values.leaves().part(value, where);
    String after = value.isEmpty() ? value : value(HeaderKinds.of(name), value, context, where);
    boolean same = after.equals(value) && keptName.equals(name);
    return same ? header : new Header(keptName, after);
  }

  private String value(HeaderKinds.Kind kind, String value, ValueContext context, Where where) {
    return switch (kind) {
      case AUTHORIZATION -> authorizations.walk(value, context, where);
      case COOKIE -> cookies.cookie(value, where);
      case SET_COOKIE -> cookies.setCookie(value, where);
      case URL -> urls.walk(value, UrlPlaces.inside(where), 0);
      case LINK -> link(value, context, where);
      case HOST -> urls.host(value, where, 0);
      case CLIENT_IP -> ClientIps.walk(values, value, context, where);
      case USER_AGENT -> userAgent(value, context, where);
      case TRACEPARENT -> traceParent(value, context, where);
      case TRACE_STATE -> traceState(value, context, where);
      case TRACE_ID -> values.sensitive(value, Forced.TRACE_ID, context, where);
      case SPAN_ID -> values.sensitive(value, Forced.SPAN_ID, context, where);
      case REQUEST_ID -> values.sensitive(value, Forced.REQUEST_ID, context, where);
      case SIGNATURE -> signatures.header(value, context, where);
      case SECRET -> values.sensitive(value, Forced.SECRET_HEADER, context, where);
      case GEO -> values.sensitive(value, Forced.GEO_HEADER, context, where);
      case GRPC_MESSAGE -> metadata.message(value, context, where);
      case GRPC_BINARY -> metadata.binary(value, context, where);
      case BODY_LENGTH, BODY_DIGEST -> value;
      case STANDARD, ETAG -> values.reviewed(value, context, where);
      case OTHER -> other(value, context, where);
    };
  }

  /** A value, or a list of values with names of their own. */
  private String other(String value, ValueContext context, Where where) {
    boolean list = value.indexOf('=') > 0 && "{[<".indexOf(value.charAt(0)) < 0;
    return list && value.chars().anyMatch(c -> c == ';' || c == ',' || c == ' ')
        ? values.prose(value, context, where)
        : values.value(value, context, where);
  }

  private String userAgent(String value, ValueContext context, Where where) {
    String general = UserAgents.generalize(value);
    if (!general.equals(value)) {
      values.leaves().generalized(value, general, Forced.USER_AGENT, where);
    }
    return values.reviewed(general, context, where);
  }

  private String traceParent(String value, ValueContext context, Where where) {
    String[] parts = value.split("-", -1);
    if (parts.length < 4) {
      return values.sensitive(value, Forced.TRACE_ID, context, where);
    }
    parts[1] = values.sensitive(parts[1], Forced.TRACE_ID, context, where);
    parts[2] = values.sensitive(parts[2], Forced.SPAN_ID, context, where);
    return String.join("-", parts);
  }

  /** {@code k=v} lists divided by commas or semicolons: names stay, values go. */
  private String traceState(String value, ValueContext context, Where where) {
    StringBuilder out = new StringBuilder(value.length());
    int at = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || value.charAt(i) == ',' || value.charAt(i) == ';') {
        String item = value.substring(at, i);
        int equals = item.indexOf('=');
        String head = item.substring(0, equals + 1);
        String body = item.substring(equals + 1);
        out.append(head).append(values.sensitive(body, Forced.TRACE_ID, context, where));
        if (i < value.length()) {
          out.append(value.charAt(i));
        }
        at = i + 1;
      }
    }
    return out.toString();
  }

  /** URLs in angle brackets, or behind {@code url=}. */
  private String link(String value, ValueContext context, Where where) {
    StringBuilder out = new StringBuilder(value.length());
    int at = 0;
    int open = value.indexOf('<');
    while (open >= 0) {
      int close = value.indexOf('>', open);
      if (close < 0) {
        break;
      }
      String url = value.substring(open + 1, close);
      out.append(value, at, open + 1).append(urls.walk(url, UrlPlaces.inside(where), 0));
      at = close;
      open = value.indexOf('<', close);
    }
    return at == 0
        ? values.value(value, context, where)
        : out.append(value, at, value.length()).toString();
  }
}
