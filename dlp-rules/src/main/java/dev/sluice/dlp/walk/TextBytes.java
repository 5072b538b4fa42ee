package dev.sluice.dlp.walk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes as text: strict decoding, so that what is written back is what was read. */
final class TextBytes {

  private TextBytes() {}

  /** The text, or empty where the bytes are not valid in the charset. */
  static Optional<String> decode(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * The charset that bytes are in: what their byte order mark says, then what was declared, then
   * UTF-16 where every other byte of ASCII markup or JSON is 0, else UTF-8. A mark stays in the
   * text.
   */
  static Charset charset(byte[] bytes, Optional<Charset> declared) {
    if (begins(bytes, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (begins(bytes, 0xff, 0xfe) && !begins(bytes, 0xff, 0xfe, 0, 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(bytes, 0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    if (declared.isEmpty() && bytes.length >= 4 && bytes.length % 2 == 0) {
      if (isOpening(bytes[0]) && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
        return StandardCharsets.UTF_16LE;
      }
      if (bytes[0] == 0 && isOpening(bytes[1]) && bytes[2] == 0 && bytes[3] != 0) {
        return StandardCharsets.UTF_16BE;
      }
    }
    Charset charset = declared.orElse(StandardCharsets.UTF_8);
    return charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : charset;
  }

  private static boolean isOpening(byte b) {
    return b == '{' || b == '[' || b == '<';
  }

  private static boolean begins(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the bytes are readable UTF-8 text: valid, and without control characters. */
  static boolean isPlainText(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b) {
        return false;
      }
    }
    return decode(bytes, StandardCharsets.UTF_8).isPresent();
  }
}
