package dev.sluice.flink.policy;

import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Bytes that a publisher signed, for one purpose. Immutable.
 *
 * @param format 1
 * @param key id of the publisher's key
 * @param signature base64, over the purpose's label and the body
 * @param body base64
 */
public record SignedText(int format, String key, String signature, String body) {
  private static final int FORMAT = 1;

  /**
   * Signs.
   *
   * @param label names the purpose; what is signed for one holds for no other
   */
  public static SignedText of(String label, byte[] body, PublisherKey key) {
    return new SignedText(
        FORMAT,
        key.id(),
        Base64.getEncoder().encodeToString(key.sign(message(label, body))),
        Base64.getEncoder().encodeToString(body));
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws SluiceException if it is something else
   */
  public static SignedText read(byte[] json) {
    try {
      return SluiceJson.read(json, SignedText.class);
    } catch (SluiceException e) {
      throw new SluiceException("not a signed file; sluice quarantine resolve writes one");
    }
  }

  public byte[] toBytes() {
    return SluiceJson.bytes(this);
  }

  /**
   * What was signed.
   *
   * @throws SluiceException if no trusted publisher signed it for that purpose
   */
  public byte[] open(String label, TrustedKeys trusted) {
    try {
      byte[] bytes = Base64.getDecoder().decode(body);
      byte[] signed = Base64.getDecoder().decode(signature);
      if (format == FORMAT && trusted.verify(key, message(label, bytes), signed)) {
        return bytes;
      }
    } catch (IllegalArgumentException | NullPointerException e) {
      // told below
    }
    throw new SluiceException(
        "not signed by a publisher that --trust names, or changed since it was signed");
  }

  private static byte[] message(String label, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((label + "\n").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(body);
    return out.toByteArray();
  }
}
