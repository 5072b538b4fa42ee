package dev.sluice.capture.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: Java's own conversions replace what they cannot read, which would hide it. */
public final class Utf8 {
  private static final int CHUNK = 4096;

  private Utf8() {}

  /** Whether the bytes are well-formed UTF-8 (RFC 3629). */
  public static boolean isValid(byte[] bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(Math.max(2, Math.min(CHUNK, bytes.length)));
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
      out.clear();
    }
  }

  /** Length of a leading byte order mark: 3 or 0. */
  public static int bomLength(byte[] bytes) {
    boolean bom =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return bom ? 3 : 0;
  }

  /** Whether the text can be written as UTF-8, which a lone surrogate cannot. */
  public static boolean isEncodable(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isLowSurrogate(c)
          || i + 1 == text.length()
          || !Character.isLowSurrogate(text.charAt(i + 1))) {
        return false;
      }
      i++;
    }
    return true;
  }

  /** The text with each lone surrogate replaced by U+FFFD. */
  public static String encodable(String text) {
    if (isEncodable(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(cp -> out.appendCodePoint(cp >= 0xD800 && cp <= 0xDFFF ? 0xFFFD : cp));
    return out.toString();
  }
}
