package dev.sluice.dlp.policy;

/** Endpoints as policies write them: {@code METHOD /path/glob}; a method of {@code *} is any. */
final class Endpoints {
  private Endpoints() {}

  static boolean isWellFormed(String endpoint) {
    return endpoint.matches("[A-Z*]{1,20} /\\S*");
  }

  static boolean matches(String endpoint, String method, String path) {
    int space = endpoint.indexOf(' ');
    String verb = space < 0 ? "" : endpoint.substring(0, space);
    return (verb.equals("*") || verb.equalsIgnoreCase(method))
        && PathGlob.matches(endpoint.substring(space + 1), path);
  }
}
