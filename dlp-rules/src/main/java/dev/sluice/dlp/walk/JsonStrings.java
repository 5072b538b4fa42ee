package dev.sluice.dlp.walk;

import java.util.BitSet;

/** JSON string escapes (RFC 8259, section 7), both ways, without loss of lone surrogates. */
final class JsonStrings {
  private static final String HEX = "0123456789abcdef";

  private JsonStrings() {}

  /** The text of the literal between the quotes; the literal is valid. */
  static String unescape(String json, int from, int to) {
    int slash = from;
    while (slash < to && json.charAt(slash) != '\\') {
      slash++;
    }
    if (slash == to) {
      return json.substring(from, to);
    }
    StringBuilder out = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = json.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      c = json.charAt(++i);
      if (c == 'u') {
        out.append((char) Integer.parseInt(json, i + 1, i + 5, 16));
        i += 4;
      } else {
        out.append(plain(c));
      }
    }
    return out.toString();
  }

  private static final Spelling.Units UNITS =
      new Spelling.Units() {
        @Override
        public int end(String raw, int at) {
          if (raw.charAt(at) != '\\') {
            return at + 1;
          }
          return raw.charAt(at + 1) == 'u' ? at + 6 : at + 2;
        }

        @Override
        public int decoded(String raw, int at, int end) {
          return 1;
        }
      };

  /**
   * The literal for {@code after}, without quotes, in the style of the literal {@code raw} that
   * stood for {@code before}: ASCII only and slashes escaped where that one was so.
   */
  static String respell(String raw, String before, String after) {
    boolean ascii = raw.contains("\\u");
    BitSet escaped = ascii ? escaped(raw) : new BitSet();
    boolean all = raw.length() == 6 * before.length();
    boolean slashes = raw.contains("\\/");
    return Spelling.splice(raw, before, after, UNITS, t -> escape(t, ascii, all, slashes, escaped));
  }

  /** The characters that stand as a Unicode escape in a literal. */
  private static BitSet escaped(String raw) {
    BitSet out = new BitSet();
    for (int at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', UNITS.end(raw, at))) {
      if (raw.charAt(at + 1) == 'u') {
        out.set(Integer.parseInt(raw, at + 2, at + 6, 16));
      }
    }
    return out;
  }

  private static String escape(
      String text, boolean ascii, boolean all, boolean slashes, BitSet escaped) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean high = c >= 0x7f && (ascii || isLone(text, i));
      if (all || high || escaped.get(c)) {
        unicode(c, out);
      } else {
        plain(c, slashes, out);
      }
    }
    return out.toString();
  }

  private static void plain(char c, boolean slashes, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '/' -> out.append(slashes ? "\\/" : "/");
      default -> {
        if (c < 0x20) {
          unicode(c, out);
        } else {
          out.append(c);
        }
      }
    }
  }

  private static void unicode(char c, StringBuilder out) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 15));
    }
  }

  private static boolean isLone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static char plain(char escaped) {
    return switch (escaped) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }
}
