package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** Authorization headers (RFC 9110, section 11.4): Basic, Bearer, and schemes with parameters. */
final class AuthorizationWalker {
  private static final Set<String> KEPT =
      Set.of(
          "algorithm",
          "qop",
          "nc",
          "stale",
          "oauth_signature_method",
          "oauth_version",
          "signedheaders",
          "oauth_timestamp");

  private final ValueWalker values;
  private final SignatureWalker signatures;
  private final UrlWalker urls;

  AuthorizationWalker(ValueWalker values) {
    this.values = values;
    this.signatures = new SignatureWalker(values);
    this.urls = new UrlWalker(values);
  }

  String walk(String value, ValueContext context, Where where) {
    int space = value.indexOf(' ');
    if (space < 0) {
      return values.sensitive(value, Forced.BEARER_TOKEN, context, where);
    }
    String scheme = value.substring(0, space);
    String head = value.substring(0, space + 1);
    String rest = value.substring(space + 1);
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "basic" -> head + basic(rest, where);
      case "bearer", "token", "jwt", "apikey", "key", "geniekey", "bot" ->
          head + bearer(rest, context, where);
      default ->
          rest.indexOf('=') > 0 && rest.indexOf('=') < rest.length() - 2
              ? head + parameters(rest, where)
              : head + values.sensitive(rest, Forced.AUTH_PARAMETER, context, where);
    };
  }

  private String bearer(String token, ValueContext context, Where where) {
    if (token.startsWith("token=")) {
      return parameters(token, where);
    }
    return values.sensitive(token, Forced.BEARER_TOKEN, context, where);
  }

  private String basic(String credentials, Where where) {
    String text;
    try {
      byte[] bytes = Base64.getDecoder().decode(credentials.strip());
      text = TextBytes.decode(bytes, StandardCharsets.UTF_8).orElse("");
    } catch (IllegalArgumentException e) {
      text = "";
    }
    if (text.isEmpty()) {
      ValueContext context = ValueContext.of(Place.HEADER, "authorization");
      return values.sensitive(credentials, Forced.AUTH_PARAMETER, context, where);
    }
    Where at = where.plus("{basic}");
    int colon = text.indexOf(':');
    String user = colon < 0 ? text : text.substring(0, colon);
    String password = colon < 0 ? "" : text.substring(colon + 1);
    String after =
        values.sensitive(user, Forced.USERNAME, ValueContext.of(Place.HEADER, "username"), at)
            + (colon < 0 ? "" : ":")
            + values.sensitive(
                password, Forced.PASSWORD, ValueContext.of(Place.HEADER, "password"), at);
    if (after.equals(text)) {
      return credentials;
    }
    String written = Base64.getEncoder().encodeToString(after.getBytes(StandardCharsets.UTF_8));
    values.leaves().wrote(written, new int[] {0, written.length()}, where);
    return written;
  }

  private String parameters(String list, Where where) {
    StringBuilder out = new StringBuilder(list.length());
    int at = 0;
    boolean quoted = false;
    for (int i = 0; i <= list.length(); i++) {
      boolean end = i == list.length();
      if (!end && list.charAt(i) == '"') {
        quoted = !quoted;
      }
      if (end || (list.charAt(i) == ',' && !quoted)) {
        out.append(parameter(list.substring(at, i), where));
        if (!end) {
          out.append(',');
        }
        at = i + 1;
      }
    }
    return out.toString();
  }

  private String parameter(String parameter, Where where) {
    int equals = parameter.indexOf('=');
    if (equals < 0) {
      ValueContext context = ValueContext.of(Place.HEADER, "authorization");
      return values.sensitive(parameter, Forced.AUTH_PARAMETER, context, where);
    }
    String name = parameter.substring(0, equals).strip();
    String value = parameter.substring(equals + 1);
    if (KEPT.contains(name.toLowerCase(Locale.ROOT))) {
      return parameter;
    }
    ValueContext context = ValueContext.of(Place.HEADER, name);
    Where at = where.plus("[" + Labels.of(name) + "]");
    boolean inQuotes = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    String inner = inQuotes ? value.substring(1, value.length() - 1) : value;
    String after =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "signature", "oauth_signature" -> signatures.signature(inner, context, at);
          case "uri" -> urls.walk(inner, UrlPlaces.inside(at), 0);
          case "credential" -> signatures.credential(inner, context, at);
          default -> values.sensitive(inner, Forced.AUTH_PARAMETER, context, at);
        };
    return parameter.substring(0, equals + 1) + (inQuotes ? "\"" + after + "\"" : after);
  }
}
