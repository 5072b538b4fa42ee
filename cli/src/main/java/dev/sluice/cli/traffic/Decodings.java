package dev.sluice.cli.traffic;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The forms a value can hide in: plain, JSON-escaped, percent-encoded, base64 at each alignment,
 * hexadecimal.
 */
final class Decodings {
  private Decodings() {}

  static Set<String> of(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    Set<String> out = new LinkedHashSet<>();
    out.add(value);
    out.add(new String(JsonStringEncoder.getInstance().quoteAsString(value)));
    out.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
    out.add(HexFormat.of().formatHex(bytes));
    for (int shift = 0; shift < 3; shift++) {
      base64Core(bytes, shift, out);
    }
    return out;
  }

  /**
   * The characters of the base64 text that do not depend on what stands before and after the value.
   */
  private static void base64Core(byte[] value, int shift, Set<String> out) {
    byte[] shifted = new byte[shift + value.length];
    System.arraycopy(value, 0, shifted, shift, value.length);
    int first = (shift * 8 + 5) / 6;
    int last = shifted.length * 8 / 6;
    if (last - first >= 8) {
      out.add(Base64.getEncoder().withoutPadding().encodeToString(shifted).substring(first, last));
    }
  }
}
