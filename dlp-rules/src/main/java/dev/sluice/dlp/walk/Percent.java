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
