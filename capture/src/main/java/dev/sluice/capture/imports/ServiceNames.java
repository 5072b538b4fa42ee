package dev.sluice.capture.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Service names from what a file offers: they become object keys, so nothing personal may pass. */
final class ServiceNames {
  private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9-]{1,63}");
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*]?");

  private ServiceNames() {}

  static String choose(ImportDefaults defaults, Optional<String> own, String url) {
    return defaults
        .service()
        .or(() -> own.map(s -> s.toLowerCase(Locale.ROOT)).filter(ServiceNames::isUsable))
        .orElseGet(() -> slug(host(url)));
  }

  /** A host name in the alphabet of service names; addresses are not repeated. */
  static String slug(String host) {
    if (host.isEmpty() || ADDRESS.matcher(host).matches()) {
      return "unnamed";
    }
    String slug = host.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    slug = slug.length() > 63 ? slug.substring(0, 63) : slug;
    slug = slug.replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "unnamed" : slug;
  }

  /** The host of a URL without user, port, path and query; empty if it has none. */
  static String host(String url) {
    int start = url.indexOf("://");
    if (start < 0) {
      return "";
    }
    String rest = url.substring(start + 3);
    int end = indexOfAny(rest, "/?#");
    String authority = end < 0 ? rest : rest.substring(0, end);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (host.startsWith("[")) {
      return host.substring(0, host.indexOf(']') + 1);
    }
    int port = host.lastIndexOf(':');
    return port < 0 ? host : host.substring(0, port);
  }

  private static boolean isUsable(String service) {
    return WELL_FORMED.matcher(service).matches() && !service.equals("undefined");
  }

  private static int indexOfAny(String text, String chars) {
    for (int i = 0; i < text.length(); i++) {
      if (chars.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
