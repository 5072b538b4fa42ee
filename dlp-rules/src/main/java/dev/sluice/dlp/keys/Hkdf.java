package dev.sluice.dlp.keys;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with HMAC-SHA-256 (RFC 5869). Stateless. */
final class Hkdf {
  private static final int HASH_BYTES = 32;

  private Hkdf() {}

  /**
   * Derives output keying material.
   *
   * @param salt may be empty, which stands for 32 zero bytes
   * @param length 1 to 8,160 bytes
   */
  static byte[] derive(byte[] inputKey, byte[] salt, byte[] info, int length) {
    byte[] prk = hmac(salt.length == 0 ? new byte[HASH_BYTES] : salt, inputKey);
    byte[] out = new byte[length];
    byte[] block = new byte[0];
    for (int done = 0, i = 1; done < length; i++) {
      byte[] input = Arrays.copyOf(block, block.length + info.length + 1);
      System.arraycopy(info, 0, input, block.length, info.length);
      input[input.length - 1] = (byte) i;
      block = hmac(prk, input);
      int n = Math.min(block.length, length - done);
      System.arraycopy(block, 0, out, done, n);
      done += n;
    }
    return out;
  }

  private static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no HmacSHA256", e);
    }
  }
}
