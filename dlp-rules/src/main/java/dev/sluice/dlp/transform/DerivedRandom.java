package dev.sluice.dlp.transform;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * A deterministic stream of bytes under a seed (SHA-256 in counter mode), for making the same RSA
 * test key in every process of an installation. Not a source of secrets of its own: it is as secret
 * as its seed.
 */
final class DerivedRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final byte[] seed;
  private long counter;

  DerivedRandom(byte[] seed) {
    super(null, null);
    this.seed = seed.clone();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    MessageDigest sha = dev.sluice.model.ContentDigest.sha256();
    for (int done = 0; done < bytes.length; ) {
      sha.update(seed);
      byte[] block = sha.digest(ByteBuffer.allocate(8).putLong(counter++).array());
      int n = Math.min(block.length, bytes.length - done);
      System.arraycopy(block, 0, bytes, done, n);
      done += n;
    }
  }
}
