package dev.sluice.dlp;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.model.Capture;
import dev.sluice.model.SluiceException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Picks a fixed share of names by a keyed hash: the same ones in every run under one key, and none
 * that an outsider could foresee. Immutable and thread-safe.
 */
public final class KeyedShare {
  private static final double ALL = Math.pow(2, 63);
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param purpose what is picked; two purposes pick independently
   */
  public KeyedShare(KeyRing keys, String purpose) {
    key = new SecretKeySpec(keys.subkey("share/" + purpose), HMAC);
  }

  /** Whether the capture is among the share, by its id. */
  public boolean contains(double share, Capture capture) {
    return contains(share, capture.raw().id());
  }

  /**
   * Whether the name is among the share.
   *
   * @param share 0 to 1; a larger share holds all names of a smaller one
   */
  public boolean contains(double share, String name) {
    if (share <= 0 || share >= 1) {
      return share >= 1;
    }
    return (ByteBuffer.wrap(hash(name)).getLong() & Long.MAX_VALUE) < share * ALL;
  }

  private byte[] hash(String name) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new SluiceException("this Java runtime has no " + HMAC);
    }
  }
}
