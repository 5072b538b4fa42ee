package dev.sluice.dlp;

/** Parts of URLs without a parser that could throw. */
final class Urls {

  private Urls() {}

  /** The path of a URL, as it stands; {@code /} if it has none. */
  static String path(String url) {
    int scheme = url.indexOf("://");
    int from = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
    if (from < 0) {
      return "/";
    }
    int to = from;
    while (to < url.length() && url.charAt(to) != '?' && url.charAt(to) != '#') {
      to++;
    }
    return url.substring(from, to);
  }
}
