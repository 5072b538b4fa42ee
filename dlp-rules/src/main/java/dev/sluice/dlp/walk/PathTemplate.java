package dev.sluice.dlp.walk;

/** The template of a path: a pure function of the sanitized URL, never learned. */
public final class PathTemplate {
  private static final String VARIABLE = "{id}";
  private static final int LONG_TOKEN = 24;
  private static final int TOKEN = 8;

  private PathTemplate() {}

  /** The URL's path with numbers, UUIDs, addresses and tokens as <code>{id}</code>. */
  public static String of(String url) {
    int scheme = url.indexOf("://");
    int from = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
    if (from < 0) {
      return "/";
    }
    int to = from;
    while (to < url.length() && url.charAt(to) != '?' && url.charAt(to) != '#') {
      to++;
    }
    StringBuilder out = new StringBuilder(to - from);
    String[] segments = url.substring(from, to).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      if (i > 0) {
        out.append('/');
      }
      out.append(isVariable(segments[i]) ? VARIABLE : segments[i]);
    }
    return out.length() == 0 ? "/" : out.toString();
  }

  private static boolean isVariable(String segment) {
    int digits = 0;
    int letters = 0;
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '@' || c == '%' || c > 0x7e) {
        return true;
      }
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    if (digits == 0) {
      return segment.length() >= LONG_TOKEN
          && segment.indexOf('-') < 0
          && segment.indexOf('.') < 0
          && segment.indexOf('_') < 0;
    }
    if (letters == 0) {
      return true;
    }
    boolean version = letters == 1 && segment.charAt(0) == 'v' && digits <= 3;
    boolean file = segment.indexOf('.') > 0 && segment.length() < LONG_TOKEN;
    return !version
        && !file
        && digits >= 2
        && segment.length() >= TOKEN
        && digits * 8 >= segment.length();
  }
}
