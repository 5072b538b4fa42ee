package dev.sluice.dlp.transform;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A permutation of the words of one length over one alphabet: FF1 (NIST SP 800-38G Rev. 1), for
 * domains of 10^6 words or more. Immutable and thread-safe.
 */
final class Ff1 {
  private final byte[] key;
  private final byte[] tweak;
  private final int radix;

  /**
   * @param key an AES key of 16, 24 or 32 bytes
   * @param radix size of the alphabet, 2 to 256
   */
  Ff1(byte[] key, byte[] tweak, int radix) {
    this.key = key.clone();
    this.tweak = tweak.clone();
    this.radix = radix;
  }

  static Ff1 of(byte[] key, String tweak, int radix) {
    return new Ff1(key, tweak.getBytes(StandardCharsets.UTF_8), radix);
  }

  /**
   * The image of a word, or what it is the image of.
   *
   * @param word numerals from 0 to radix - 1
   */
  byte[] map(byte[] word, boolean forward) {
    FPEFF1Engine engine = new FPEFF1Engine();
    engine.init(forward, new FPEParameters(new KeyParameter(key), radix, tweak));
    byte[] out = new byte[word.length];
    engine.processBlock(word, 0, word.length, out, 0);
    return out;
  }
}
