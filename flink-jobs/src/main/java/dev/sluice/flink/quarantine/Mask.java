package dev.sluice.flink.quarantine;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Shows what a text looks like without what it says: letters become {@code a} or {@code A}, digits
 * {@code 9}, all else but a few signs of structure {@code #}. Only the member names of the
 * canonical capture format stay, where they stand as names.
 */
final class Mask {
  private static final String STRUCTURE = "{}[]\":,/=&?;@.-_ \n";
  private static final Set<String> NAMES =
      Set.of(
          "id",
          "ts",
          "env",
          "service",
          "direction",
          "protocol",
          "durationMicros",
          "request",
          "response",
          "method",
          "url",
          "headers",
          "body",
          "bodyEncoding",
          "status",
          "trace",
          "traceId",
          "spanId",
          "tags");

  private Mask() {}

  /**
   * @param most bytes to show
   */
  static String of(byte[] value, int most) {
    String text = new String(value, 0, Math.min(most, value.length), StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      String name = nameAt(text, at);
      if (name.isEmpty()) {
        out.append(shape(text.charAt(at++)));
      } else {
        out.append('"').append(name).append("\":");
        at += name.length() + 3;
      }
    }
    return out.toString();
  }

  /** A member name of the canonical format that begins here, after a brace or comma. */
  private static String nameAt(String text, int at) {
    if (text.charAt(at) != '"' || at == 0 || "{,".indexOf(text.charAt(at - 1)) < 0) {
      return "";
    }
    int end = text.indexOf('"', at + 1);
    if (end < 0 || end + 1 >= text.length() || text.charAt(end + 1) != ':') {
      return "";
    }
    String name = text.substring(at + 1, end);
    return NAMES.contains(name) ? name : "";
  }

  private static char shape(char c) {
    if (c >= '0' && c <= '9') {
      return '9';
    }
    if (c >= 'A' && c <= 'Z') {
      return 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return 'a';
    }
    return STRUCTURE.indexOf(c) >= 0 ? c : '#';
  }
}
