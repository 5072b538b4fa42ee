package dev.sluice.dlp.walk;

import java.util.Map;

/**
 * Character references of XML and HTML: the predefined ones, numeric ones, and those names of HTML
 * that stand for characters of identifiers and of Western languages. Others stay as they are; none
 * that a document declares is ever expanded.
 */
final class Entities {
  private static final int LONGEST = 12;

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("commat", "@"),
          Map.entry("period", "."),
          Map.entry("lowbar", "_"),
          Map.entry("plus", "+"),
          Map.entry("num", "#"),
          Map.entry("colon", ":"),
          Map.entry("sol", "/"),
          Map.entry("equals", "="),
          Map.entry("hyphen", "\u2010"),
          Map.entry("dash", "\u2010"),
          Map.entry("ndash", "\u2013"),
          Map.entry("auml", "\u00e4"),
          Map.entry("ouml", "\u00f6"),
          Map.entry("uuml", "\u00fc"),
          Map.entry("Auml", "\u00c4"),
          Map.entry("Ouml", "\u00d6"),
          Map.entry("Uuml", "\u00dc"),
          Map.entry("szlig", "\u00df"),
          Map.entry("eacute", "\u00e9"),
          Map.entry("egrave", "\u00e8"),
          Map.entry("agrave", "\u00e0"),
          Map.entry("aacute", "\u00e1"),
          Map.entry("iacute", "\u00ed"),
          Map.entry("oacute", "\u00f3"),
          Map.entry("uacute", "\u00fa"),
          Map.entry("ntilde", "\u00f1"),
          Map.entry("ccedil", "\u00e7"),
          Map.entry("aring", "\u00e5"),
          Map.entry("oslash", "\u00f8"));

  private static final Spelling.Units UNITS =
      new Spelling.Units() {
        @Override
        public int end(String raw, int at) {
          return Entities.end(raw, at);
        }

        @Override
        public int decoded(String raw, int at, int end) {
          return end == at + 1 ? 1 : decodeOne(raw, at, end).length();
        }
      };

  private Entities() {}

  static String decode(String raw) {
    int amp = raw.indexOf('&');
    if (amp < 0) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length());
    int at = 0;
    while (amp >= 0) {
      int end = end(raw, amp);
      out.append(raw, at, amp).append(decodeOne(raw, amp, end));
      at = end;
      amp = raw.indexOf('&', at);
    }
    return out.append(raw, at, raw.length()).toString();
  }

  /**
   * The text {@code after} in the spelling of {@code raw}, which stood for {@code before}.
   *
   * @param quote the quote around an attribute's value; 0 elsewhere
   */
  static String respell(String raw, String before, String after, char quote) {
    boolean all = raw.startsWith("&#") && raw.length() >= before.length() * 4;
    return Spelling.splice(raw, before, after, UNITS, text -> encode(text, quote, all));
  }

  private static String encode(String text, char quote, boolean all) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (all && !Character.isSurrogate(c)) {
        out.append("&#").append((int) c).append(';');
        continue;
      }
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(quote == '"' ? "&quot;" : "\"");
        case '\'' -> out.append(quote == '\'' ? "&#39;" : "'");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** Index behind the character or reference at {@code at}. */
  private static int end(String raw, int at) {
    if (raw.charAt(at) != '&') {
      return at + 1;
    }
    int most = Math.min(raw.length(), at + LONGEST);
    for (int i = at + 1; i < most; i++) {
      char c = raw.charAt(i);
      if (c == ';') {
        return isKnown(raw, at, i + 1) ? i + 1 : at + 1;
      }
      if (c != '#' && (c >= 0x80 || !Character.isLetterOrDigit(c))) {
        break;
      }
    }
    return at + 1;
  }

  private static boolean isKnown(String raw, int at, int end) {
    return raw.charAt(at + 1) == '#'
        ? codePoint(raw.substring(at + 2, end - 1)) > 0
        : NAMED.containsKey(raw.substring(at + 1, end - 1));
  }

  private static String decodeOne(String raw, int at, int end) {
    if (end == at + 1) {
      return raw.substring(at, end);
    }
    if (raw.charAt(at + 1) == '#') {
      return Character.toString(codePoint(raw.substring(at + 2, end - 1)));
    }
    return NAMED.getOrDefault(raw.substring(at + 1, end - 1), "");
  }

  /** The code point of {@code 64} or {@code x40}; 0 if it is none that text may hold. */
  private static int codePoint(String number) {
    boolean hex = number.startsWith("x") || number.startsWith("X");
    String digits = hex ? number.substring(1) : number;
    int point = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), hex ? 16 : 10);
      if (digit < 0 || point > Character.MAX_CODE_POINT) {
        return 0;
      }
      point = point * (hex ? 16 : 10) + digit;
    }
    boolean character = Character.isValidCodePoint(point) && (point < 0xd800 || point > 0xdfff);
    return character ? point : 0;
  }
}
