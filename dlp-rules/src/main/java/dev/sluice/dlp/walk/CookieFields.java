package dev.sluice.dlp.walk;

import java.util.Locale;
import java.util.Set;

/**
 * Names of fields and parameters that hold what a Cookie header would: {@code utmcc} is what Google
 * Analytics called it.
 */
final class CookieFields {
  private static final Set<String> NAMES =
      Set.of(
          "cookie",
          "cookies",
          "setcookie",
          "documentcookie",
          "cookiestring",
          "cookieheader",
          "rawcookie",
          "httpcookie",
          "utmcc");

  private CookieFields() {}

  static boolean names(String field) {
    int length = field.length();
    return length >= 5
        && length <= 20
        && NAMES.contains(field.replaceAll("[-_ .]", "").toLowerCase(Locale.ROOT));
  }
}
