package dev.sluice.dlp.walk;

import java.util.Optional;

/**
 * Base64 in lines of equal length (RFC 2045, section 6.8; PEM has 64 characters a line).
 *
 * @param coding of the lines put together
 * @param width characters of a line
 * @param end of a line
 * @param closed whether the last line ends like the others
 */
record Base64Lines(TextCoding coding, int width, String end, boolean closed) {
  private static final int LEAST = 32;

  static Optional<Base64Lines> of(String value) {
    int feed = value.indexOf('\n');
    if (feed < LEAST) {
      return Optional.empty();
    }
    String end = value.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    int width = feed + 1 - end.length();
    boolean closed = value.endsWith(end);
    StringBuilder joined = new StringBuilder(value.length());
    int last = closed ? value.length() - end.length() : value.length();
    for (int at = 0; at < last; at += width + end.length()) {
      int stop = Math.min(at + width, last);
      joined.append(value, at, stop);
      if (stop < last && !value.startsWith(end, stop)) {
        return Optional.empty();
      }
    }
    return TextCoding.base64(joined.toString())
        .map(coding -> new Base64Lines(coding, width, end, closed));
  }

  /** Another text in such lines. */
  String encode(String after) {
    String joined = coding.encode(after);
    StringBuilder out = new StringBuilder(joined.length() + joined.length() / LEAST);
    for (int at = 0; at < joined.length(); at += width) {
      out.append(at == 0 ? "" : end).append(joined, at, Math.min(at + width, joined.length()));
    }
    return closed ? out.append(end).toString() : out.toString();
  }
}
