package dev.sluice.dlp.walk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Quoted-printable (RFC 2045, section 6.7); texts hold one byte a character. */
final class QuotedPrintable {
  private static final int LONGEST_LINE = 72;

  private QuotedPrintable() {}

  /** The bytes that stand behind a text; empty if an escape in it is none. */
  static Optional<String> decode(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '=') {
        out.write(c);
        at++;
      } else if (text.startsWith("\r\n", at + 1)) {
        at += 3;
      } else if (text.startsWith("\n", at + 1)) {
        at += 2;
      } else {
        int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), 16);
        if (low < 0) {
          return Optional.empty();
        }
        out.write(high << 4 | low);
        at += 3;
      }
    }
    return Optional.of(out.toString(StandardCharsets.ISO_8859_1));
  }

  static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int line = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean lineBreak = c == '\n' || (c == '\r' && text.startsWith("\n", i + 1));
      if (!lineBreak && line >= LONGEST_LINE) {
        out.append("=\r\n");
        line = 0;
      }
      int before = out.length();
      if (lineBreak || (c > ' ' && c < 0x7f && c != '=') || (c == ' ' && isInside(text, i))) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "=%02X", (int) c));
      }
      line = lineBreak ? 0 : line + out.length() - before;
    }
    return out.toString();
  }

  /** Whether no line ends behind the space at {@code at}, where it would be lost. */
  private static boolean isInside(String text, int at) {
    return at + 1 < text.length() && "\r\n".indexOf(text.charAt(at + 1)) < 0;
  }
}
