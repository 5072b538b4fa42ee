package dev.sluice.dlp;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The session an exchange belongs to: a digest of its sanitized session cookie or bearer token. */
final class Sessions {
  private static final List<String> COOKIES = List.of("sess", "sid", "auth", "token", "jwt");
  private static final int LENGTH = 16;

  private Sessions() {}

  static Optional<String> of(Exchange sanitized) {
    Optional<String> key = cookie(sanitized.request().headers());
    return key.or(() -> authorization(sanitized.request().headers())).map(Sessions::shorten);
  }

  /**
   * What an exchange stands and falls with when traffic is sampled: its session, else its trace,
   * else itself. Of a raw exchange it is raw, and only to be hashed.
   */
  static String unit(Exchange raw) {
    return of(raw).or(() -> raw.trace().traceId()).orElse(raw.id());
  }

  private static Optional<String> cookie(List<Header> headers) {
    for (Header header : headers) {
      if (header.is("cookie")) {
        for (String pair : header.value().split(";")) {
          int equals = pair.indexOf('=');
          if (equals > 0 && isSession(pair.substring(0, equals)) && equals < pair.length() - 1) {
            return Optional.of(pair.substring(equals + 1));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isSession(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return COOKIES.stream().anyMatch(lower::contains);
  }

  private static Optional<String> authorization(List<Header> headers) {
    return headers.stream().filter(h -> h.is("authorization")).map(Header::value).findFirst();
  }

  private static String shorten(String surrogate) {
    String digest = ContentDigest.of(surrogate.getBytes(StandardCharsets.UTF_8));
    int from = digest.indexOf(':') + 1;
    return "s-" + digest.substring(from, from + LENGTH);
  }
}
