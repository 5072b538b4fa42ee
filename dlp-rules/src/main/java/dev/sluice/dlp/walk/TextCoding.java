package dev.sluice.dlp.walk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Text that stands as base64 (RFC 4648, either alphabet) or hex inside a value, and how to put it
 * back in the same form.
 *
 * @param name {@code base64} or {@code hex}
 * @param text what was decoded: valid UTF-8 without control characters
 */
record TextCoding(String name, String text, boolean url, boolean padded, boolean upper) {
  private static final int LEAST = 12;

  /** A card has at most 19 digits (ISO/IEC 7812). */
  private static final int LONGEST_NUMBER = 20;

  /** The coding of a value, if it has one and holds readable text. */
  static Optional<TextCoding> of(String value) {
    if (value.length() < LEAST || isNumber(value)) {
      return Optional.empty();
    }
    Optional<TextCoding> hex = hex(value);
    return hex.isPresent() ? hex : base64(value);
  }

  /**
   * Digits as in a card or account number: some would read as hex of a text by chance, and be taken
   * for one no reviewer has seen.
   */
  private static boolean isNumber(String value) {
    return value.length() <= LONGEST_NUMBER && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static Optional<TextCoding> base64Url(String value) {
    return value.indexOf('=') < 0 ? decode64(value, true) : Optional.empty();
  }

  static Optional<TextCoding> base64(String value) {
    boolean url = value.indexOf('-') >= 0 || value.indexOf('_') >= 0;
    return decode64(value, url);
  }

  /** The text in this coding. */
  String encode(String after) {
    byte[] bytes = after.getBytes(StandardCharsets.UTF_8);
    if (name.equals("hex")) {
      return (upper ? HexFormat.of().withUpperCase() : HexFormat.of()).formatHex(bytes);
    }
    Base64.Encoder encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
    return (padded ? encoder : encoder.withoutPadding()).encodeToString(bytes);
  }

  private static Optional<TextCoding> hex(String value) {
    if (value.length() % 2 != 0) {
      return Optional.empty();
    }
    boolean upper = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Percent.hex(c) < 0) {
        return Optional.empty();
      }
      upper |= c >= 'A' && c <= 'F';
    }
    boolean capital = upper;
    return readable(HexFormat.of().parseHex(value))
        .map(text -> new TextCoding("hex", text, false, false, capital));
  }

  private static Optional<TextCoding> decode64(String value, boolean url) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean fits =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || (url ? c == '-' || c == '_' : c == '+' || c == '/')
              || (c == '=' && i >= value.length() - 2);
      if (!fits) {
        return Optional.empty();
      }
    }
    boolean padded = value.endsWith("=");
    if (value.length() % 4 == 1 || (padded && value.length() % 4 != 0)) {
      return Optional.empty();
    }
    byte[] bytes = (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(value);
    boolean keepPadding = padded || (!url && value.length() % 4 == 0);
    return readable(bytes).map(t -> new TextCoding("base64", t, url, keepPadding, false));
  }

  private static Optional<String> readable(byte[] bytes) {
    for (byte b : bytes) {
      if ((b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t') || b == 0x7f) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
