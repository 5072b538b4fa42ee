package dev.sluice.cli.traffic;

import dev.sluice.model.Body;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Bodies as text, gzip opened; what is no gzip after all is read as it is. */
public final class Bodies {
  private Bodies() {}

  /** The body as UTF-8. */
  public static String text(Body body) {
    byte[] bytes = body.bytes();
    if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
