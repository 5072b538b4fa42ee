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
