package dev.sluice.dlp.policy;

/** Globs over URL paths: {@code *} within one segment, {@code **} over segments. Linear memory. */
final class PathGlob {

  private PathGlob() {}

  static boolean matches(String glob, String path) {
    String[] g = glob.split("/", -1);
    String[] p = path.split("/", -1);
    boolean[] reach = new boolean[p.length + 1];
    reach[0] = true;
    for (String part : g) {
      reach = step(part, p, reach);
    }
    return reach[p.length];
  }

  private static boolean[] step(String part, String[] p, boolean[] from) {
    boolean[] to = new boolean[p.length + 1];
    boolean open = false;
    for (int i = 0; i <= p.length; i++) {
      if (part.equals("**")) {
        open |= from[i];
        to[i] = open;
      } else if (i > 0 && from[i - 1] && segment(part, p[i - 1])) {
        to[i] = true;
      }
    }
    return to;
  }

  private static boolean segment(String glob, String text) {
    int star = glob.indexOf('*');
    if (star < 0) {
      return glob.equals(text);
    }
    String head = glob.substring(0, star);
    String tail = glob.substring(star + 1);
    return text.length() >= head.length() + tail.length()
        && text.startsWith(head)
        && text.endsWith(tail);
  }
}
