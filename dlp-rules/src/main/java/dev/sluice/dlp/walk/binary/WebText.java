package dev.sluice.dlp.walk.binary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** gRPC-Web in text: base64, of which each chunk may end with padding of its own. */
public final class WebText {

  private WebText() {}

  /** The frames, or empty where the bytes are not base64. */
  public static Optional<byte[]> decode(byte[] text) {
    byte[] dense =
        new String(text, StandardCharsets.ISO_8859_1).strip().getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream(dense.length);
    try {
      int from = 0;
      for (int at = 4; at <= dense.length; at += 4) {
        if (dense[at - 1] == '=' || at == dense.length) {
          out.writeBytes(Base64.getDecoder().decode(java.util.Arrays.copyOfRange(dense, from, at)));
          from = at;
        }
      }
      if (from < dense.length) {
        return Optional.empty();
      }
      return Optional.of(out.toByteArray());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public static byte[] encode(byte[] frames) {
    return Base64.getEncoder().encode(frames);
  }
}
