package dev.sluice.dlp.walk;

import dev.sluice.dlp.walk.binary.Utf8;
import dev.sluice.model.QuarantineReason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Text that stands compressed and in base64 inside a value.
 *
 * @param coding {@code gzip}, {@code deflate} or {@code zstd}
 * @param packed the compressed bytes
 * @param text what they hold: valid UTF-8 without control characters
 */
record PackedText(String coding, byte[] packed, String text, boolean url, boolean padded) {
  private static final int LEAST = 20;

  /** The packed text of a value, if it begins as one and can be read to its end. */
  static Optional<PackedText> of(String value, Unpacking unpacking) {
    String coding = coding(value);
    if (coding.isEmpty()) {
      return Optional.empty();
    }
    boolean url = value.indexOf('-') >= 0 || value.indexOf('_') >= 0;
    try {
      byte[] packed = (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(value);
      byte[] bytes = unpacking.decode(coding, packed);
      boolean padded = value.length() % 4 == 0 && (!url || value.endsWith("="));
      return Utf8.clean(bytes).map(text -> new PackedText(coding, packed, text, url, padded));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (Stop e) {
      if (e.reason() == QuarantineReason.UNDECODABLE_BODY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Whether nothing but the text is in the packed bytes, such as a file's name. */
  boolean isExact() {
    int size = text.getBytes(StandardCharsets.UTF_8).length;
    return ContentCodings.isExact(coding, packed, size);
  }

  /** Another text, packed the same way. */
  String encode(String after) {
    byte[] bytes = after.getBytes(StandardCharsets.UTF_8);
    Base64.Encoder encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
    byte[] written = ContentCodings.encode(coding, bytes, packed);
    return (padded ? encoder : encoder.withoutPadding()).encodeToString(written);
  }

  /** The coding whose mark shows through base64; zlib's differs by its level. */
  private static String coding(String value) {
    return value.length() < LEAST ? "" : coding(value.charAt(0), value.charAt(1), value.charAt(2));
  }

  private static String coding(char first, char second, char third) {
    if (first == 'H' && second == '4' && third == 's') {
      return "gzip";
    }
    if (first == 'K' && second == 'L' && third == 'U') {
      return "zstd";
    }
    return first == 'e' && "JNAF".indexOf(second) >= 0 ? "deflate" : "";
  }

  /** Whether text in UTF-8 begins as packed text does. */
  static boolean mayBegin(byte[] utf8, int from, int to) {
    return to - from >= LEAST
        && !coding((char) utf8[from], (char) utf8[from + 1], (char) utf8[from + 2]).isEmpty();
  }
}
