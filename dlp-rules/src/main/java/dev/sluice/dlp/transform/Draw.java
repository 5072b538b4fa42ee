package dev.sluice.dlp.transform;

import javax.crypto.Mac;

/** A stream of unbiased choices. Confined to one thread and one value. */
final class Draw {
  static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static final String DIGITS = "0123456789";
  static final String HEX = "0123456789abcdef";

  /** Crockford-like: no letters that read as digits. */
  static final String BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";

  private final Mac mac;
  private byte[] block;
  private int at;

  Draw(Mac mac, byte[] first) {
    this.mac = mac;
    this.block = first;
  }

  /** Uniform in 0 to bound - 1, for bounds up to 2^15: rejects the biased tail. */
  int below(int bound) {
    int limit = 65_536 - 65_536 % bound;
    int v;
    do {
      v = next() << 8 | next();
    } while (v >= limit);
    return v % bound;
  }

  char of(String alphabet) {
    return alphabet.charAt(below(alphabet.length()));
  }

  String text(String alphabet, int length) {
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      out.append(of(alphabet));
    }
    return out.toString();
  }

  private int next() {
    if (at == block.length) {
      mac.update((byte) 1);
      block = mac.doFinal(block);
      at = 0;
    }
    return block[at++] & 0xff;
  }
}
