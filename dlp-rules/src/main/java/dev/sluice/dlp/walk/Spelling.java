package dev.sluice.dlp.walk;

import java.util.function.UnaryOperator;

/**
 * Puts a changed text back into the encoded form it was decoded from. What did not change at its
 * beginning and end keeps its very spelling: escapes, entities, the case of hex digits.
 */
final class Spelling {

  /** The units of an encoded form. */
  interface Units {
    /** Index behind the unit that begins at {@code at}. */
    int end(String raw, int at);

    /** UTF-16 units it decodes to. */
    int decoded(String raw, int at, int end);
  }

  private Spelling() {}

  /**
   * The encoded form of {@code after}.
   *
   * @param raw the encoded form of {@code before}
   */
  static String splice(
      String raw, String before, String after, Units units, UnaryOperator<String> encode) {
    int prefix = prefix(before, after);
    int tail = before.length() - suffix(before, after, prefix);
    int at = 0;
    int decoded = 0;
    int keptRaw = 0;
    int kept = 0;
    while (at < raw.length() && decoded < tail) {
      int end = units.end(raw, at);
      decoded += units.decoded(raw, at, end);
      at = end;
      if (decoded <= prefix) {
        keptRaw = at;
        kept = decoded;
      }
    }
    int behind = before.length() - decoded;
    if (behind < 0 || kept > after.length() - behind) {
      return encode.apply(after);
    }
    return raw.substring(0, keptRaw)
        + encode.apply(after.substring(kept, after.length() - behind))
        + raw.substring(at);
  }

  private static int prefix(String a, String b) {
    int most = Math.min(a.length(), b.length());
    int n = 0;
    while (n < most && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return n > 0 && Character.isHighSurrogate(a.charAt(n - 1)) ? n - 1 : n;
  }

  private static int suffix(String a, String b, int prefix) {
    int most = Math.min(a.length(), b.length()) - prefix;
    int n = 0;
    while (n < most && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
      n++;
    }
    return n > 0 && Character.isLowSurrogate(a.charAt(a.length() - n)) ? n - 1 : n;
  }
}
