package dev.sluice.flink.sanitize;

import dev.sluice.snapshot.stats.AuthorityHash;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Salted hashes of raw authorities, remembered for the few that traffic repeats. Not thread-safe.
 */
final class Authorities {
  private static final int REMEMBERED = 1_000;

  private final String salt;
  private final Map<String, String> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  Authorities(String salt) {
    this.salt = salt;
  }

  /** The hash of a URL's authority without user info; empty if the URL has none. */
  String hashOf(String url) {
    String authority = authority(url);
    return authority.isEmpty()
        ? ""
        : known.computeIfAbsent(authority, a -> AuthorityHash.of(salt, a));
  }

  /** {@code host[:port]} in lower case (RFC 3986, section 3.2). */
  static String authority(String url) {
    int from = url.indexOf("://");
    if (from < 0) {
      return "";
    }
    int to = from + 3;
    while (to < url.length() && "/?#\\".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    String authority = url.substring(from + 3, to);
    return authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
