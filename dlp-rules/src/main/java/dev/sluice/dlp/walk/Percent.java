package dev.sluice.dlp.walk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding (RFC 3986, section 2.1) and its form variant with {@code +} for a space. */
public final class Percent {
  private static final String HEX = "0123456789ABCDEF";

  private Percent() {}

  /** Whether there is at least one {@code %} with two hex digits behind it. */
  static boolean looksEncoded(String text) {
    int at = text.indexOf('%');
    while (at >= 0 && at + 2 < text.length()) {
      if (hex(text.charAt(at + 1)) >= 0 && hex(text.charAt(at + 2)) >= 0) {
        return true;
      }
      at = text.indexOf('%', at + 1);
    }
    return false;
  }

  /**
   * The decoded text, or empty where the bytes are no UTF-8. A lone {@code %} stands for itself.
   */
  public static Optional<String> decode(String text, boolean plusIsSpace) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int n = 0;
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length && in[i] == '%' ? hex((char) in[i + 1]) : -1;
      int low = high >= 0 ? hex((char) in[i + 2]) : -1;
      if (low >= 0) {
        out[n++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        out[n++] = plusIsSpace && in[i] == '+' ? (byte) ' ' : in[i];
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out, 0, n)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Encodes all but unreserved characters and those of {@code alsoPlain}. */
  static String encode(String text, String alsoPlain, boolean spaceAsPlus) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isUnreserved(c) || (c < 0x80 && alsoPlain.indexOf(c) >= 0)) {
        out.append(c);
      } else if (c == ' ' && spaceAsPlus) {
        out.append('+');
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  private static final Spelling.Units UNITS =
      new Spelling.Units() {
        @Override
        public int end(String raw, int at) {
          int first = octet(raw, at);
          if (first < 0) {
            boolean pair = Character.isHighSurrogate(raw.charAt(at)) && at + 1 < raw.length();
            return pair ? at + 2 : at + 1;
          }
          int more = first < 0xc0 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
          int end = at + 3;
          while (more-- > 0 && octet(raw, end) >= 0) {
            end += 3;
          }
          return end;
        }

        @Override
        public int decoded(String raw, int at, int end) {
          return end - at == 12 || (end - at == 2) ? 2 : 1;
        }
      };

  /** The byte an escape at {@code at} stands for; -1 if there is none. */
  private static int octet(String raw, int at) {
    if (at + 2 >= raw.length() || raw.charAt(at) != '%') {
      return -1;
    }
    int high = hex(raw.charAt(at + 1));
    int low = hex(raw.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /**
   * The text {@code after} in the spelling of {@code raw}, which stood for {@code before}: what is
   * escaped there is escaped again, in the same case; what stands plain there stays plain.
   *
   * @param alsoPlain left plain where {@code raw} tells nothing about it
   * @param plusIsSpace whether {@code raw} was decoded so
   */
  static String respell(
      String raw, String before, String after, String alsoPlain, boolean plusIsSpace) {
    StringBuilder plain = new StringBuilder();
    StringBuilder escaped = new StringBuilder();
    boolean lower = false;
    for (int at = 0; at < raw.length(); at = UNITS.end(raw, at)) {
      int octet = octet(raw, at);
      char c = raw.charAt(at);
      if (octet >= 0) {
        note(escaped, (char) octet);
        lower |= (raw.charAt(at + 1) | raw.charAt(at + 2)) >= 'a';
      } else if (c != '%' && (c != '+' || !plusIsSpace) && c < 0x7f) {
        note(plain, c);
      }
    }
    alsoPlain
        .chars()
        .filter(c -> escaped.indexOf(Character.toString(c)) < 0)
        .forEach(c -> note(plain, (char) c));
    boolean spaceAsPlus = plusIsSpace && raw.indexOf('+') >= 0;
    boolean small = lower;
    return Spelling.splice(
        raw,
        before,
        after,
        UNITS,
        text -> {
          String encoded = encode(text, plain.toString(), spaceAsPlus);
          return small ? lower(encoded) : encoded;
        });
  }

  private static void note(StringBuilder set, char c) {
    if (set.indexOf(String.valueOf(c)) < 0) {
      set.append(c);
    }
  }

  private static String lower(String encoded) {
    StringBuilder out = new StringBuilder(encoded);
    for (int at = out.indexOf("%"); at >= 0; at = out.indexOf("%", at + 3)) {
      out.setCharAt(at + 1, Character.toLowerCase(out.charAt(at + 1)));
      out.setCharAt(at + 2, Character.toLowerCase(out.charAt(at + 2)));
    }
    return out.toString();
  }

  static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
