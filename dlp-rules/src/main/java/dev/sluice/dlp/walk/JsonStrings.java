package dev.sluice.dlp.walk;

/** JSON string escapes (RFC 8259, section 7), both ways, without loss of lone surrogates. */
final class JsonStrings {
  private static final String HEX = "0123456789abcdef";

  private JsonStrings() {}

  /** The text of the literal between the quotes; the literal is valid. */
  static String unescape(String json, int from, int to) {
    int slash = json.indexOf('\\', from);
    if (slash < 0 || slash >= to) {
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

  /** The literal for a text, without quotes; {@code ascii} escapes all that is not ASCII. */
  static void escape(String text, boolean ascii, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || (c >= 0x7f && (ascii || isLone(text, i)))) {
            unicode(c, out);
          } else {
            out.append(c);
          }
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
