package dev.sluice.dlp.transform;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Deterministic authenticated encryption: AES-SIV (RFC 5297). The same text with the same
 * associated texts under the same key gives the same bytes. Immutable and thread-safe.
 */
final class AesSiv {
  private static final int BLOCK = 16;

  private final byte[] macKey;
  private final byte[] ctrKey;

  /**
   * @param macKey 16, 24 or 32 bytes, the first half of the RFC's key
   * @param ctrKey as long as {@code macKey}, the second half
   */
  AesSiv(byte[] macKey, byte[] ctrKey) {
    this.macKey = macKey.clone();
    this.ctrKey = ctrKey.clone();
  }

  /** The synthetic IV of 16 bytes and the cipher text behind it. */
  byte[] seal(List<byte[]> associated, byte[] plain) {
    byte[] iv = s2v(associated, plain);
    byte[] out = Arrays.copyOf(iv, BLOCK + plain.length);
    System.arraycopy(ctr(iv, plain), 0, out, BLOCK, plain.length);
    return out;
  }

  /** The plain text; empty if the bytes were not sealed under this key and associated text. */
  Optional<byte[]> open(List<byte[]> associated, byte[] sealed) {
    if (sealed.length < BLOCK) {
      return Optional.empty();
    }
    byte[] iv = Arrays.copyOf(sealed, BLOCK);
    byte[] plain = ctr(iv, Arrays.copyOfRange(sealed, BLOCK, sealed.length));
    return MessageDigest.isEqual(iv, s2v(associated, plain))
        ? Optional.of(plain)
        : Optional.empty();
  }

  private byte[] s2v(List<byte[]> associated, byte[] plain) {
    byte[] d = cmac(new byte[BLOCK]);
    for (byte[] text : associated) {
      d = xor(doubled(d), cmac(text));
    }
    if (plain.length >= BLOCK) {
      byte[] end = plain.clone();
      int at = plain.length - BLOCK;
      for (int i = 0; i < BLOCK; i++) {
        end[at + i] ^= d[i];
      }
      return cmac(end);
    }
    byte[] padded = Arrays.copyOf(plain, BLOCK);
    padded[plain.length] = (byte) 0x80;
    return cmac(xor(doubled(d), padded));
  }

  private byte[] cmac(byte[] data) {
    CMac mac = new CMac(AESEngine.newInstance());
    mac.init(new KeyParameter(macKey));
    mac.update(data, 0, data.length);
    byte[] out = new byte[BLOCK];
    mac.doFinal(out, 0);
    return out;
  }

  private byte[] ctr(byte[] iv, byte[] data) {
    byte[] counter = iv.clone();
    counter[8] &= 0x7f;
    counter[12] &= 0x7f;
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(ctrKey, "AES"), new IvParameterSpec(counter));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no AES/CTR", e);
    }
  }

  /** Multiplication by x in GF(2^128). */
  private static byte[] doubled(byte[] block) {
    byte[] out = new byte[BLOCK];
    int carry = 0;
    for (int i = BLOCK - 1; i >= 0; i--) {
      int b = block[i] & 0xff;
      out[i] = (byte) (b << 1 | carry);
      carry = b >>> 7;
    }
    if (carry != 0) {
      out[BLOCK - 1] ^= (byte) 0x87;
    }
    return out;
  }

  private static byte[] xor(byte[] a, byte[] b) {
    byte[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] ^= b[i];
    }
    return out;
  }
}
