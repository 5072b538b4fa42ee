package dev.sluice.capture.imports;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ids of RRPairs: a UUID as text, or its sixteen bytes as base64. */
final class RrPairIds {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private RrPairIds() {}

  /** The UUID as text, or empty for anything else. */
  static String uuid(String text) {
    if (UUID_TEXT.matcher(text).matches()) {
      return text;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (bytes.length != 16) {
        return "";
      }
      ByteBuffer both = ByteBuffer.wrap(bytes);
      return new UUID(both.getLong(), both.getLong()).toString();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
