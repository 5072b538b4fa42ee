package dev.sluice.dlp.transform;

import dev.sluice.dlp.keys.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed pseudo-random choices: HMAC-SHA-256 in counter mode under a subkey per purpose.
 * Thread-safe.
 */
final class Prf {
  private final KeyRing keys;
  private final ThreadLocal<Map<String, Mac>> macs = ThreadLocal.withInitial(HashMap::new);

  Prf(KeyRing keys) {
    this.keys = keys;
  }

  /** The stream of choices that belongs to one input; the same input, the same stream. */
  Draw draw(String purpose, String input) {
    if (keys.isDestroyed()) {
      macs.remove();
    }
    Mac mac = macs.get().computeIfAbsent(purpose, this::mac);
    mac.update(input.getBytes(StandardCharsets.UTF_8));
    return new Draw(mac, mac.doFinal());
  }

  private Mac mac(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys.subkey(purpose), "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no HmacSHA256", e);
    }
  }
}
