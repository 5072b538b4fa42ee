package dev.sluice.flink.policy;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.SluiceException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The publishers whose entries count. Immutable. */
public final class TrustedKeys {
  private final Map<String, PublicKey> keys;

  private TrustedKeys(Map<String, PublicKey> keys) {
    this.keys = keys;
  }

  /**
   * Keys as {@link PublisherKey#publicText()} writes them.
   *
   * @throws SluiceException if one is none
   */
  public static TrustedKeys of(Collection<String> lines) {
    Map<String, PublicKey> keys = new TreeMap<>();
    for (String line : lines) {
      keys.put(idOf(line), parse(line));
    }
    return new TrustedKeys(keys);
  }

  private static PublicKey parse(String line) {
    try {
      if (line.startsWith(PublisherKey.PUBLIC)) {
        byte[] x509 = Base64.getDecoder().decode(line.substring(PublisherKey.PUBLIC.length()));
        return KeyFactory.getInstance(PublisherKey.ALGORITHM)
            .generatePublic(new X509EncodedKeySpec(x509));
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // told below
    }
    throw new SluiceException(
        "a trusted publisher's key is not a line "
            + PublisherKey.PUBLIC
            + "…; `sluice policy keygen` writes it");
  }

  /** Names a public key. */
  static String idOf(String line) {
    String digest = ContentDigest.of(line.getBytes(StandardCharsets.UTF_8));
    return "p-" + digest.substring(digest.indexOf(':') + 1).substring(0, 16);
  }

  /** Whether a trusted publisher signed exactly that. */
  boolean verify(String keyId, byte[] message, byte[] signed) {
    @Nullable PublicKey key = keys.get(keyId);
    if (key == null) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(PublisherKey.ALGORITHM);
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
