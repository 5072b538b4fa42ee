package dev.sluice.dlp.walk;

/**
 * User agents without what tells one device from another, as browsers themselves reduce them:
 * product and major version stay, device models and build numbers go.
 */
final class UserAgents {

  private UserAgents() {}

  static String generalize(String agent) {
    return androidModel(minorVersions(agent));
  }

  private static String minorVersions(String agent) {
    StringBuilder out = new StringBuilder(agent.length());
    int i = 0;
    while (i < agent.length()) {
      char c = agent.charAt(i);
      out.append(c);
      i++;
      if (c == '/' && i < agent.length() && isDigit(agent.charAt(i))) {
        i = version(agent, i, out);
      }
    }
    return out.toString();
  }

  /** Copies the major number; the numbers behind it become 0. */
  private static int version(String agent, int from, StringBuilder out) {
    int i = from;
    while (i < agent.length() && isDigit(agent.charAt(i))) {
      out.append(agent.charAt(i++));
    }
    while (i + 1 < agent.length() && agent.charAt(i) == '.' && isDigit(agent.charAt(i + 1))) {
      out.append(".0");
      i++;
      while (i < agent.length() && isDigit(agent.charAt(i))) {
        i++;
      }
    }
    return i;
  }

  private static String androidModel(String agent) {
    int android = agent.indexOf("; Android ");
    int close = android < 0 ? -1 : agent.indexOf(')', android);
    if (close < 0) {
      return agent;
    }
    return agent.substring(0, android) + "; Android 10; K" + agent.substring(close);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
